package org.hotlinegateway.calendar;

/** Which day is the first of a count of working days. */
public enum CountFrom {
    /** The day of receipt is day 0; day 1 is the next working day. */
    NEXT_WORKDAY,
    /** The day of receipt is day 1 when it is a working day, else the next working day is. */
    SAME_DAY,
    /** The day after receipt, counted in whole working days: the same result as {@link #NEXT_WORKDAY}. */
    FROM_NEXT_DAY
}
