package org.hotlinegateway.vault;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides personal data the same way for display, log, feed and partner copy.
 *
 * <p>A name keeps its first character; a mobile number its first 3 and last 4, a landline its area and last 4; a
 * resident ID its first 3 and last 4, any other certificate its last 4; free text has IDs and phone numbers masked
 * where they stand.
 */
public enum Mask {
    /** 测试甲 → 测**. */
    NAME {
        @Override
        public String apply(String text) {
            return keep(text, 1, 0);
        }
    },
    /** 13800000000 → 138****0000; 0760-88000000 → 0760-****0000. */
    PHONE {
        @Override
        public String apply(String text) {
            if (!text.startsWith("0") && !text.startsWith("(")) {
                return phone(text);
            }
            Matcher landline = LANDLINE.matcher(text);
            return landline.matches() ? landline.group(1) + "-****" + landline.group(3) : phone(text);
        }
    },
    /** 442000190001010010 → 442***********0010. */
    ID {
        @Override
        public String apply(String text) {
            boolean resident = RESIDENT_ID.matcher(text).matches();
            return keep(text, resident ? 3 : 0, 4);
        }
    },
    /** 电话13800000000 → 电话138****0000. */
    TEXT {
        @Override
        public String apply(String text) {
            String ids = RESIDENT_IN_TEXT.matcher(text).replaceAll(hit -> ID.apply(hit.group()));
            String mobiles = MOBILE_IN_TEXT.matcher(ids).replaceAll(hit -> PHONE.apply(hit.group()));
            return LANDLINE_IN_TEXT.matcher(mobiles).replaceAll("$1-****$2");
        }
    };

    private static final Pattern LANDLINE = Pattern.compile("\\(?(0\\d{2,3})\\)?-?(\\d{3,4})(\\d{4})");
    private static final Pattern RESIDENT_ID = Pattern.compile("\\d{17}[0-9Xx]|\\d{15}");
    private static final Pattern RESIDENT_IN_TEXT = Pattern.compile("(?<!\\d)(?:\\d{17}[0-9Xx]|\\d{15})(?![0-9Xx])");
    private static final Pattern MOBILE_IN_TEXT = Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)");
    private static final Pattern LANDLINE_IN_TEXT =
            Pattern.compile("(?<!\\d)\\(?(0\\d{2,3})\\)?-?\\d{3,4}(\\d{4})(?!\\d)");

    public abstract String apply(String text);

    /** Keeps code points at both ends and puts one {@code *} for each between; never shows a short text whole. */
    public static String keep(String text, int first, int last) {
        int length = text.codePointCount(0, text.length());
        if (length <= first + last) {
            return first > 0 && length > 1 && last == 0 ? keep(text, 1, 0) : "*".repeat(length);
        }
        if (length == text.length()) {
            char[] all = text.toCharArray();
            Arrays.fill(all, first, length - last, '*');
            return new String(all);
        }
        int start = text.offsetByCodePoints(0, first);
        int end = text.offsetByCodePoints(text.length(), -last);
        return text.substring(0, start) + "*".repeat(length - first - last) + text.substring(end);
    }

    private static String phone(String text) {
        return text.codePointCount(0, text.length()) < 8 ? keep(text, 0, 2) : keep(text, 3, 4);
    }
}
