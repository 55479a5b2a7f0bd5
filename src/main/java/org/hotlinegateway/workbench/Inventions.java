package org.hotlinegateway.workbench;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Invented values in the place of personal data: of the same shape, and the same for the same original. */
final class Inventions {
    private static final int SHORTEST_IN_TEXT = 2;

    private final Map<String, String> known = new LinkedHashMap<>();
    private final Map<PersonalKind, Integer> counters = new EnumMap<>(PersonalKind.class);

    /** The invented value for an original; blank stays blank. */
    String of(PersonalKind kind, String original) {
        String value = original.strip();
        if (value.isEmpty()) {
            return original;
        }
        String before = known.get(value);
        if (before != null) {
            return before;
        }
        String invented =
                overlaid(value, Invented.value(kind, unmasked(kind, value), counters.merge(kind, 1, Integer::sum)));
        known.put(value, invented);
        return invented;
    }

    /** Replaces the originals met so far inside a text, the longest first. */
    String inside(String text) {
        String replaced = text;
        List<Map.Entry<String, String>> longestFirst = known.entrySet().stream()
                .filter(entry -> entry.getKey().length() >= SHORTEST_IN_TEXT)
                .sorted(Comparator.comparing((Map.Entry<String, String> entry) ->
                                entry.getKey().length())
                        .reversed())
                .toList();
        for (Map.Entry<String, String> entry : longestFirst) {
            replaced = replaced.replace(entry.getKey(), entry.getValue());
        }
        return replaced;
    }

    /** Stars stand for letters in names and for digits in numbers. */
    private static String unmasked(PersonalKind kind, String value) {
        boolean words = kind == PersonalKind.NAME || kind == PersonalKind.ORGANISATION || kind == PersonalKind.TEXT;
        return value.replace('*', words ? '某' : '0');
    }

    /** A value that arrived masked stays masked at the same places. */
    private static String overlaid(String original, String invented) {
        if (original.indexOf('*') < 0 || original.length() != invented.length()) {
            return invented;
        }
        StringBuilder masked = new StringBuilder(invented);
        for (int i = 0; i < original.length(); i++) {
            if (original.charAt(i) == '*') {
                masked.setCharAt(i, '*');
            }
        }
        return masked.toString();
    }
}
