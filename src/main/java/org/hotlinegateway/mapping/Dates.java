package org.hotlinegateway.mapping;

import java.time.Instant;

/** Reads the date forms of the peers and turns local times into instants and back. */
final class Dates {
    private static final String ISO_FORMS = "yyyy-MM-dd, yyyy-MM-dd HH:mm:ss or ISO 8601 with offset";

    private Dates() {}

    /** ISO 8601 with or without offset, a blank in place of the T, or a date alone. */
    static Moment parseIso(Written text) {
        Moment usual = text.hasBytes() ? UsualDate.read(text.source(), text.from(), text.to()) : null;
        return usual == null ? strict(text) : usual;
    }

    private static Moment strict(Written text) {
        DateCursor cursor = DateCursor.of(text, ISO_FORMS);
        int year = cursor.number(4, 9999);
        cursor.expect('-');
        int month = cursor.number(2, 12);
        cursor.expect('-');
        int day = cursor.number(2, 31);
        if (!cursor.more()) {
            return Moment.of(year, month, day, 0, 0, Moment.NONE, true);
        }
        cursor.expect(cursor.peek() == 'T' ? 'T' : ' ');
        int second = 3600 * cursor.number(2, 23);
        cursor.expect(':');
        second += 60 * cursor.number(2, 59);
        int nanos = 0;
        if (cursor.peek() == ':') {
            cursor.skip();
            second += cursor.number(2, 59);
            if (cursor.peek() == '.') {
                cursor.skip();
                nanos = cursor.fraction(Math.max(1, Math.min(9, cursor.digitsAhead())));
            }
        }
        int offset = cursor.more() ? cursor.offset() : Moment.NONE;
        cursor.end();
        return Moment.of(year, month, day, second, nanos, offset, false);
    }

    static Moment ofEpoch(String text, boolean millis, Zone zone) {
        if (!Numbers.isInteger(text) || text.length() > 16) {
            throw new FieldFault(FieldError.Code.TYPE, "is no count of " + (millis ? "milliseconds" : "seconds"));
        }
        long number = Long.parseLong(text);
        long seconds = millis ? Math.floorDiv(number, 1000L) : number;
        int nanos = millis ? (int) Math.floorMod(number, 1000L) * 1_000_000 : 0;
        return at(seconds, nanos, zone);
    }

    static Moment at(long epochSecond, int nanos, Zone zone) {
        int offset = zone.offsetAt(epochSecond);
        return new Moment(epochSecond + offset, nanos, offset, false);
    }

    static String iso(Instant instant, Zone zone) {
        Moment moment = at(instant.getEpochSecond(), 0, zone);
        return DatePattern.ISO
                .print(Civil.of(moment.local(), 0, moment.offset()))
                .text();
    }

    static long epochSecond(Moment moment, Zone sourceZone) {
        int offset = moment.offset() == Moment.NONE ? sourceZone.offsetOfLocal(moment.local()) : moment.offset();
        return moment.local() - offset;
    }
}
