package org.hotlinegateway.casework;

import java.time.OffsetDateTime;

/**
 * What the ledger knows at the moment of a decision.
 *
 * @param now the ledger's time
 * @param outOfOrder the event's version is lower than one already applied
 * @param notice the no-number alert has reached a step at which it is told again
 * @param cardOpenElsewhere the requester holds an open tracking card for the same matter under another case
 */
record Occasion(OffsetDateTime now, boolean outOfOrder, boolean notice, boolean cardOpenElsewhere) {
    static Occasion at(OffsetDateTime now) {
        return new Occasion(now, false, false, false);
    }
}
