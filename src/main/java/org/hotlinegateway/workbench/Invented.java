package org.hotlinegateway.workbench;

/** Values nobody bears, in the shape of an original. */
final class Invented {
    private static final String SURNAMES = "测试";
    private static final String NUMBERED = "甲乙丙丁戊己庚辛壬癸";
    private static final String FILLING = "测试文字";
    private static final int RARE = 0x20000;
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ID_CHECKS = "10X98765432";
    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final String CREDIT_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Invented() {}

    /** @param number the how manieth value of its kind, so that different originals stay different */
    static String value(PersonalKind kind, String original, int number) {
        return switch (kind) {
            case NAME -> name(original, number);
            case ORGANISATION -> organisation(original, number);
            case PHONE -> phone(original, number);
            case CERTIFICATE -> certificate(original, number);
            case CREDIT_CODE -> creditCode(original, number);
            case MAIL -> "test" + number + "@example.com";
            case TEXT -> text(original);
        };
    }

    private static String name(String original, int number) {
        int length = original.codePointCount(0, original.length());
        if (!isHan(original.codePointAt(0))) {
            return text(original);
        }
        String last = String.valueOf(NUMBERED.charAt((number - 1) % NUMBERED.length()));
        return length == 1 ? last : filled(SURNAMES, length - 1) + last;
    }

    private static String organisation(String original, int number) {
        int length = original.codePointCount(0, original.length());
        String last = NUMBERED.charAt((number - 1) % NUMBERED.length()) + "公司";
        return length < 6 || !isHan(original.codePointAt(0)) ? name(original, number) : filled("测试", length - 3) + last;
    }

    private static String filled(String filling, int length) {
        return filling.repeat(length / filling.length() + 1).substring(0, length);
    }

    /** Separators and a country code stay; the number itself is 138 0000 000n or an area's 8800 000n. */
    private static String phone(String original, int number) {
        String digits = original.replaceAll("\\D", "");
        boolean abroad = digits.length() > 11 && digits.charAt(digits.length() - 11) == '1' && !digits.startsWith("0");
        String local = abroad ? digits.substring(digits.length() - 11) : digits;
        int area = local.startsWith("0") ? Math.min(4, local.length()) : 0;
        String start = local.length() == 11 && area == 0 ? "138" : local.substring(0, area) + "88";
        String body = numbered(start, local.length(), number);
        String whole = digits.substring(0, digits.length() - local.length()) + body;
        return reshaped(original, whole);
    }

    /** A number of a length that begins and ends as given, with zeros between. */
    private static String numbered(String start, int length, int number) {
        String end = Integer.toString(number);
        int zeros = length - start.length() - end.length();
        return zeros >= 0 ? start + "0".repeat(zeros) + end : "0".repeat(Math.max(0, length - end.length())) + end;
    }

    private static String reshaped(String original, String digits) {
        StringBuilder shaped = new StringBuilder();
        int at = 0;
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            shaped.append(Character.isDigit(c) && at < digits.length() ? digits.charAt(at++) : c);
        }
        return shaped.toString();
    }

    /** A resident number has a valid check digit. */
    private static String certificate(String original, int number) {
        if (original.matches("\\d{17}[0-9Xx]")) {
            String body = "44200019000101" + String.format("%03d", number % 1000);
            return body + ID_CHECKS.charAt(weighted(body, ID_WEIGHTS, "0123456789") % 11);
        }
        if (original.matches("\\d{15}")) {
            return "442000000101" + String.format("%03d", number % 1000);
        }
        return reshaped(
                text(original), numbered("", original.replaceAll("\\D", "").length(), number));
    }

    private static String creditCode(String original, int number) {
        if (original.length() != 18) {
            return text(original);
        }
        String body = "91442000MA" + String.format("%07d", number);
        int check = (31 - weighted(body, CREDIT_WEIGHTS, CREDIT_DIGITS) % 31) % 31;
        return body + CREDIT_DIGITS.charAt(check);
    }

    private static int weighted(String body, int[] weights, String digits) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += digits.indexOf(body.charAt(i)) * weights[i];
        }
        return sum;
    }

    /** The same length and punctuation, other words; a character outside the basic plane stays one. */
    static String text(String original) {
        StringBuilder words = new StringBuilder();
        int[] at = {0};
        original.codePoints().forEach(c -> words.appendCodePoint(other(c, at)));
        return words.toString();
    }

    private static int other(int c, int[] at) {
        if (c > 0xFFFF && Character.isLetter(c)) {
            return RARE;
        } else if (isHan(c)) {
            return FILLING.charAt(at[0]++ % FILLING.length());
        } else if (Character.isDigit(c)) {
            return '0';
        } else if (Character.isUpperCase(c)) {
            return 'X';
        }
        return Character.isLetter(c) ? 'x' : c;
    }

    private static boolean isHan(int c) {
        return Character.isIdeographic(c);
    }
}
