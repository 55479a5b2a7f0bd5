package org.hotlinegateway.bench;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Dates and masks as an experienced hand writes them: the usual offset by cutting, any other by java.time. */
final class Texts {
    private static final String OFFSET = "+08:00";
    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Texts() {}

    /** {@code 2021-09-10T09:00:00+08:00} → {@code 2021-09-10 09:00:00}. */
    static String printed(String iso) {
        if (isUsual(iso)) {
            return new StringBuilder(19)
                    .append(iso, 0, 10)
                    .append(' ')
                    .append(iso, 11, 19)
                    .toString();
        }
        return OffsetDateTime.parse(iso).atZoneSameInstant(CHINA).format(PRINTED);
    }

    /** {@code 2021-09-10T09:00:00+08:00} → {@code 20210910090000}. */
    static String compactOfIso(String iso) {
        return compact(isUsual(iso) ? iso : printed(iso));
    }

    private static boolean isUsual(String iso) {
        return iso.length() == 25 && iso.endsWith(OFFSET);
    }

    private static String compact(String printed) {
        return new StringBuilder(14)
                .append(printed, 0, 4)
                .append(printed, 5, 7)
                .append(printed, 8, 10)
                .append(printed, 11, 13)
                .append(printed, 14, 16)
                .append(printed, 17, 19)
                .toString();
    }

    /** {@code 2021-09-10 09:00:00} → {@code 2021-09-10T09:00:00+08:00}. */
    static String iso(String printed) {
        return new StringBuilder(25)
                .append(printed, 0, 10)
                .append('T')
                .append(printed, 11, 19)
                .append(OFFSET)
                .toString();
    }

    /** {@code 20210910090000} → {@code 2021-09-10T09:00:00+08:00}. */
    static String isoOfCompact(String compact) {
        return new StringBuilder(25)
                .append(compact, 0, 4)
                .append('-')
                .append(compact, 4, 6)
                .append('-')
                .append(compact, 6, 8)
                .append('T')
                .append(compact, 8, 10)
                .append(':')
                .append(compact, 10, 12)
                .append(':')
                .append(compact, 12, 14)
                .append(OFFSET)
                .toString();
    }

    static String masked(String text, int first, int last) {
        int hidden = Math.max(0, text.length() - first - last);
        return text.substring(0, first) + "*".repeat(hidden) + text.substring(text.length() - last);
    }

    static String shortened(String text, int most) {
        return text.length() <= most || text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
