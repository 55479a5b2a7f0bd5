package org.hotlinegateway.casework;

import java.time.OffsetDateTime;
import java.util.function.Supplier;

/**
 * What the ledger knows at the moment of a decision.
 *
 * @param now the ledger's time
 * @param outOfOrder the event's version is lower than one already applied
 * @param notice the no-number alert has reached a step at which it is told again
 * @param cardOpenElsewhere the requester holds an open tracking card for the same matter under another case
 * @param eventIds ids for events the gateway makes
 * @param handoffIds ids for handoffs the gateway makes
 */
record Occasion(
        OffsetDateTime now,
        boolean outOfOrder,
        boolean notice,
        boolean cardOpenElsewhere,
        Supplier<String> eventIds,
        Supplier<String> handoffIds) {}
