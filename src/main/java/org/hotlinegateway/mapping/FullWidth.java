package org.hotlinegateway.mapping;

import java.util.Map;

/** Signs that look like those of YAML and are none: what an input method for Chinese leaves behind. */
final class FullWidth {
    private static final Map<Character, String> MEANT = Map.ofEntries(
            Map.entry('\uFF1A', ": "),
            Map.entry('\u201C', "\""),
            Map.entry('\u201D', "\""),
            Map.entry('\u2018', "'"),
            Map.entry('\u2019', "'"),
            Map.entry('\uFF0C', ","),
            Map.entry('\uFF5B', "{"),
            Map.entry('\uFF5D', "}"),
            Map.entry('\uFF3B', "["),
            Map.entry('\uFF3D', "]"),
            Map.entry('\uFF03', "#"),
            Map.entry('\uFF04', "$"),
            Map.entry('\u3000', "a blank"));

    /** No such sign comes before it. */
    private static final char FIRST = '\u2018';

    private FullWidth() {}

    /** Position of the first such sign, -1 when there is none. */
    static int find(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST && MEANT.containsKey(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /** {@code full-width '：' where ': ' is meant}. */
    static String told(char sign) {
        String meant = MEANT.get(sign);
        return "full-width '" + sign + "' where " + ("a blank".equals(meant) ? meant : "'" + meant + "'") + " is meant";
    }

    /** What a reader of names adds to its own message, nothing when all signs are as they should be. */
    static String hint(String text) {
        int at = find(text);
        return at < 0 ? "" : ": " + told(text.charAt(at));
    }
}
