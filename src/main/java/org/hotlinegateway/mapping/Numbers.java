package org.hotlinegateway.mapping;

/** Decimal numbers as text, never as doubles. */
final class Numbers {
    private static final int LONGEST = 100;

    private Numbers() {}

    /** A number as JSON writes it: no plus sign, no leading zero. */
    static boolean isNumber(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        boolean leadingZero =
                text.length() > start + 1 && text.charAt(start) == '0' && Character.isDigit(text.charAt(start + 1));
        return !leadingZero && looksNumeric(text);
    }

    /** Digits with at most one point and an optional minus sign; leading zeros allowed. */
    static boolean looksNumeric(String text) {
        int length = text.length();
        int start = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        int point = -1;
        for (int i = start; i < length; i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0) {
                point = i;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return length > start && length <= LONGEST && point != start && point != length - 1;
    }

    static boolean isInteger(String text) {
        return looksNumeric(text) && text.indexOf('.') < 0;
    }

    /** Without leading zeros, as JSON demands. */
    static String canonical(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int first = start;
        while (first + 1 < text.length() && text.charAt(first) == '0' && Character.isDigit(text.charAt(first + 1))) {
            first++;
        }
        return first == start ? text : text.substring(0, start) + text.substring(first);
    }
}
