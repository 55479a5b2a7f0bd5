package org.hotlinegateway.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hotlinegateway.ledger.Conversion;
import org.hotlinegateway.ledger.CopyState;
import org.hotlinegateway.ledger.DeskBook;
import org.hotlinegateway.ledger.DeskCopy;
import org.hotlinegateway.ledger.DeskMember;
import org.hotlinegateway.ledger.FeedBatch;
import org.hotlinegateway.ledger.Recorded;
import org.hotlinegateway.ledger.Recordings;
import org.hotlinegateway.mapping.MappingContext;
import org.hotlinegateway.mapping.MappingFailure;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.MappingSets;

/** Converts the members of a selection once more by the live mapping set, and only looks at what comes out. */
public final class DryRuns {
    private static final int PAGE = 200;

    private final DeskBook desk;
    private final Recordings recordings;
    private final MappingSets sets;
    private final Clock clock;

    public DryRuns(DeskBook desk, Recordings recordings, MappingSets sets, Clock clock) {
        this.desk = desk;
        this.recordings = recordings;
        this.sets = sets;
        this.clock = clock;
    }

    /** Tries all members; empty when there is no such selection. */
    public Optional<DryRun> of(long selection) {
        return desk.selection(selection).map(found -> run(selection));
    }

    private DryRun run(long selection) {
        MappingSet set = sets.current();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        DryRunTally tally = new DryRunTally();
        List<DeskMember> page = desk.members(selection, 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(member -> attempt(member, set, now, tally));
            page = desk.members(selection, page.get(page.size() - 1).place(), PAGE);
        }
        return tally.result(selection, set.digest(), now);
    }

    private void attempt(DeskMember member, MappingSet set, Instant now, DryRunTally tally) {
        String name = member.side().named(member.id());
        boolean waits = desk.item(member.side(), member.id())
                .filter(item -> item.waits())
                .isPresent();
        Optional<Recorded> recorded = waits ? recorded(member) : Optional.empty();
        Optional<Conversion> first =
                recorded.flatMap(one -> one.conversions().stream().findFirst());
        if (first.isEmpty()) {
            tally.notTried();
        } else if (!set.names().contains(first.get().mapping())) {
            tally.failing(name, first.get().mapping());
        } else {
            convert(member, recorded.orElseThrow(), first.get(), set, now, tally);
        }
    }

    private void convert(
            DeskMember member, Recorded recorded, Conversion how, MappingSet set, Instant now, DryRunTally tally) {
        MappingContext context =
                new MappingContext(now, how.values(), (scheme, siblings, charset) -> "signed by " + scheme);
        try {
            set.mapping(how.mapping()).apply(source(member, recorded, how), context);
            tally.succeeded();
        } catch (MappingFailure failure) {
            tally.failing(member.side().named(member.id()), how.mapping(), failure);
        }
    }

    private Optional<Recorded> recorded(DeskMember member) {
        String id = Long.toString(member.id());
        return switch (member.side()) {
            case MESSAGE -> recordings.recordedMessage(id);
            case DELIVERY -> recordings.recordedDelivery(id);
            case ATTACHMENT -> Optional.empty();
        };
    }

    /** Its approved copy, where it has one; of a feed, it alone. */
    private byte[] source(DeskMember member, Recorded recorded, Conversion how) {
        byte[] document = desk.copies(member.side(), member.id()).stream()
                .filter(copy -> copy.state() == CopyState.APPROVED)
                .reduce((older, newer) -> newer)
                .map(DeskCopy::content)
                .orElseGet(recorded::document);
        return how.batch().isEmpty() ? document : FeedBatch.document(List.of(document));
    }
}
