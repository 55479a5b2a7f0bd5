package org.hotlinegateway.ledger;

import java.time.LocalDate;
import java.util.List;

/**
 * Balance sheets by day. A day that has ended and has nothing open is never counted again, so that they cost the same after
 * millions of rows.
 */
public interface Balances {

    /** Keeps the sheets of days that have ended, and counts those anew that have something open; returns how many days. */
    int keep();

    /** Sheets from one day to another, both inclusive; today's, and those of days not kept yet, are counted now. */
    List<DaySheet> sheets(LocalDate from, LocalDate to);
}
