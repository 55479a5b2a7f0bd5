package org.hotlinegateway.calendar;

/** No State Council notice is loaded for a year that a count enters: there is no answer, not a guessed one. */
public final class CalendarMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int year;

    public CalendarMissing(int year) {
        super("mappings/calendar/" + year + ".csv: no calendar for " + year
                + ". Expected the holidays and make-up days of that year's State Council notice.");
        this.year = year;
    }

    public int year() {
        return year;
    }
}
