package org.hotlinegateway.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The commonest pattern of codes, so many digits and nothing else, without a machine for patterns. */
record Digits(int least, int most) {
    private static final Pattern FORM = Pattern.compile("\\^?(?:\\[0-9]|\\\\d)\\{(\\d{1,3})(?:,(\\d{1,3}))?}\\$?");

    /** Null for any other pattern. */
    static @Nullable Digits of(String pattern) {
        Matcher form = FORM.matcher(pattern);
        if (!form.matches()) {
            return null;
        }
        int least = Integer.parseInt(form.group(1));
        return new Digits(least, form.group(2) == null ? least : Integer.parseInt(form.group(2)));
    }

    boolean matches(Value value) {
        return value instanceof Written written
                && (written.hasBytes()
                        ? matches(written.source(), written.from(), written.to())
                        : matches(written.text()));
    }

    private boolean matches(byte[] bytes, int from, int to) {
        boolean fits = to - from >= least && to - from <= most;
        for (int i = from; fits && i < to; i++) {
            fits = bytes[i] >= '0' && bytes[i] <= '9';
        }
        return fits;
    }

    private boolean matches(String text) {
        int length = text.length();
        boolean fits = length >= least && length <= most;
        for (int i = 0; fits && i < length; i++) {
            fits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return fits;
    }
}
