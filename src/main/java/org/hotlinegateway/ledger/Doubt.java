package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of work on a restored ledger cannot know: whether a peer was told of something in the time that was lost.
 * In doubt is every event that occurred before the end of that time and is written after the restoration, and what the
 * gateway makes of it in the same unit of work: it may have made the same then.
 */
final class Doubt {
    /** Numbers left out at a restoration, more than the lost time can have used up. */
    static final int GAP = 1_000;

    private static final String CASE_NUMBERS = "case:";

    private final @Nullable Instant lostUntil;
    private final Set<String> events = new HashSet<>(2);
    private final Set<String> cases = new HashSet<>(2);
    private boolean numberGiven;

    Doubt(@Nullable Instant lostUntil) {
        this.lostUntil = lostUntil;
    }

    void happened(String caseNo, int seq, Instant occurredAt) {
        if (lostUntil != null && (cases.contains(caseNo) || !occurredAt.isAfter(lostUntil))) {
            cases.add(caseNo);
            events.add(caseNo + "/" + seq);
        }
    }

    void taken(String series) {
        numberGiven |= series.startsWith(CASE_NUMBERS);
    }

    /** Whether the event of a delivery is in doubt. */
    boolean isAbout(NewDelivery delivery) {
        return isAbout(delivery.caseNo(), delivery.seq());
    }

    boolean isAbout(String caseNo, int seq) {
        return !events.isEmpty() && events.contains(caseNo + "/" + seq);
    }

    /**
     * Whether a repeat bears the same key as what was sent before, if it was: true for the first message of a case that came
     * with its number. Later ones may have had another sequence, and a number of ours another value.
     */
    boolean bearsTheSameKey(NewDelivery delivery) {
        return delivery.seq() == 1 && delivery.part() == null && !numberGiven;
    }
}
