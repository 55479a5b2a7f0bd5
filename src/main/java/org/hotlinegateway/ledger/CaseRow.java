package org.hotlinegateway.ledger;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id that a case's number asks for, so that whoever knows the number goes to the row without an index in between. A
 * case has another one only when this was taken, or when it is older than this rule.
 */
final class CaseRow {
    private static final Pattern NUMBER = Pattern.compile("BBCS-\\d{9}-20\\d{6}-\\d{1,6}");
    private static final int MONTHS = 12;
    private static final int DAYS = 31;
    private static final int SEQUENCES = 1 << 18;
    private static final int TOWNS = 1_000;

    private CaseRow() {}

    /** By day, sequence and town, so that cases of about the same time stand side by side; below zero for other numbers. */
    static long of(String caseNo) {
        if (!NUMBER.matcher(caseNo).matches()) {
            return UUID.nameUUIDFromBytes(caseNo.getBytes(StandardCharsets.UTF_8))
                    .getLeastSignificantBits();
        }
        long month = digits(caseNo, 17, 19) * MONTHS + digits(caseNo, 19, 21);
        long day = month * DAYS + digits(caseNo, 21, 23);
        return (day * SEQUENCES + digits(caseNo, 24, caseNo.length())) * TOWNS + digits(caseNo, 11, 14);
    }

    private static long digits(String caseNo, int from, int to) {
        return Long.parseLong(caseNo, from, to, 10);
    }
}
