package org.hotlinegateway.ledger;

import java.time.LocalDate;

/**
 * The balance sheet of a day, of one kind and one peer.
 *
 * @param day in Beijing
 * @param accepted what came into being that day, counted when the day ended
 * @param delivered messages applied, or deliveries acknowledged
 * @param waiting on its way
 * @param held parked messages, or held deliveries
 * @param skipped set aside for good by a person or a rule
 */
public record DaySheet(
        LocalDate day, Kind kind, String peer, long accepted, long delivered, long waiting, long held, long skipped) {

    /** What is counted. */
    public enum Kind {
        MESSAGE,
        DELIVERY
    }

    /** Whether nothing is missing: accepted = delivered + waiting + held + skipped. */
    public boolean isBalanced() {
        return accepted == delivered + waiting + held + skipped;
    }
}
