package org.hotlinegateway.flow;

import org.hotlinegateway.delivery.Attempt;
import org.hotlinegateway.delivery.Commit;
import org.hotlinegateway.delivery.Lanes;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.LedgerTx;
import org.hotlinegateway.ledger.Settlement;
import org.hotlinegateway.peer.Answer;
import org.hotlinegateway.peer.Answer.Verdict;
import org.jspecify.annotations.Nullable;

/** Ends attempts: the settlement and what casework makes of the answer are one transaction, then the peer is free again. */
final class Settling {
    private final Ledger ledger;
    private final Lanes lanes;
    private final Hears casework;
    private final DeliveryMeters meters;

    Settling(Ledger ledger, Lanes lanes, Hears casework, DeliveryMeters meters) {
        this.ledger = ledger;
        this.lanes = lanes;
        this.casework = casework;
        this.meters = meters;
    }

    /** @param answer what the peer said, or null when it said nothing that could be judged */
    void end(Attempt attempt, Settlement settlement, @Nullable Answer answer) {
        try {
            boolean ours = Commit.awaited(ledger.write(tx -> settle(tx, attempt, settlement, answer)));
            lanes.settled(attempt, settlement);
            if (ours) {
                attempt.batch().forEach(claimed -> meters.settled(claimed, settlement));
            }
        } finally {
            lanes.over(attempt);
        }
    }

    /** A part of a message tells the case nothing: what it belongs to has told it. */
    private boolean settle(LedgerTx tx, Attempt attempt, Settlement settlement, @Nullable Answer answer) {
        boolean ours = lanes.settle(tx, attempt, settlement);
        if (ours && answer != null && isNews(answer)) {
            attempt.batch().stream()
                    .filter(claimed -> claimed.part() == null)
                    .forEach(claimed -> casework.answered(tx, claimed, answer));
        }
        return ours;
    }

    private static boolean isNews(Answer answer) {
        return answer.verdict() != Verdict.UNKNOWN && answer.eventType() != null;
    }
}
