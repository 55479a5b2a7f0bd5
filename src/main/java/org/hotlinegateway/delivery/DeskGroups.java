package org.hotlinegateway.delivery;

import java.util.List;
import java.util.Optional;
import org.hotlinegateway.ledger.DeskBook;
import org.hotlinegateway.ledger.DeskGroup;
import org.hotlinegateway.ledger.DeskItem;
import org.hotlinegateway.ledger.Fingerprint;
import org.hotlinegateway.ledger.Fingerprint.Stage;
import org.hotlinegateway.ledger.Publication;
import org.hotlinegateway.ledger.Publications;

/** What waits at the desk, grouped by what it has in common, with examples and what it may be laid to. */
public final class DeskGroups {
    private static final int EXAMPLES = 3;
    private static final int PUBLICATIONS = 200;

    private final DeskBook desk;
    private final Publications publications;
    private final DeskSettings settings;

    public DeskGroups(DeskBook desk, Publications publications, DeskSettings settings) {
        this.desk = desk;
        this.publications = publications;
        this.settings = settings;
    }

    /** The largest groups first, so many at most. */
    public List<DeskView> all(int limit) {
        List<Publication> history = publications.history(PUBLICATIONS);
        return desk.groups().stream()
                .limit(limit)
                .map(group -> view(group, history))
                .toList();
    }

    /** One group in which something waits. */
    public Optional<DeskView> one(long id) {
        return desk.group(id).map(group -> view(group, publications.history(PUBLICATIONS)));
    }

    /** What waits in a group, by number, after a number; empty when nothing waits in it. */
    public Optional<List<DeskItem>> items(long id, long after, int limit) {
        return desk.group(id).map(group -> desk.items(group, after, limit));
    }

    private DeskView view(DeskGroup group, List<Publication> history) {
        return DeskView.of(group, suspected(group, history).orElse(null), desk.items(group, 0, EXAMPLES));
    }

    /** No mapping has a hand in keeping a file. */
    private Optional<DeskSuspicion> suspected(DeskGroup group, List<Publication> history) {
        if (group.fingerprint().stage() == Stage.KEEP) {
            return Optional.empty();
        }
        return isOutage(group.fingerprint()) ? Optional.of(outage(group)) : published(group, history);
    }

    private static boolean isOutage(Fingerprint why) {
        boolean serverFault = why.stage() == Stage.ANSWER && why.code().matches("HTTP_5\\d\\d|HTTP_429");
        return serverFault || why.stage() == Stage.SEND && !why.code().equals("FAULT");
    }

    private static DeskSuspicion outage(DeskGroup group) {
        String text = "peer " + group.fingerprint().peer() + " could not be reached or gave no answer";
        return new DeskSuspicion(DeskSuspicion.Kind.PEER_OUTAGE, group.first(), text, null, null, null, null);
    }

    /** The set that was live when the first of them failed, where it had gone live shortly before. */
    private Optional<DeskSuspicion> published(DeskGroup group, List<Publication> history) {
        int last = history.size() - 1;
        boolean whole = history.size() < PUBLICATIONS;
        for (int i = 0; i <= last; i++) {
            Publication one = history.get(i);
            if (!one.at().isAfter(group.first())) {
                boolean changed = i < last || !whole;
                boolean shortly = !group.first().isAfter(one.at().plus(settings.suspectWithin()));
                return changed && shortly ? Optional.of(suspicion(one)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static DeskSuspicion suspicion(Publication one) {
        return new DeskSuspicion(
                DeskSuspicion.Kind.MAPPING_PUBLISHED,
                one.at(),
                "failed first shortly after this mapping set went live (" + one.cause() + ")",
                one.number(),
                one.digest(),
                one.by(),
                one.reason());
    }
}
