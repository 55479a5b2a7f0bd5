package org.hotlinegateway.mapping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Phases trim and take: parts of a text. */
final class TakeSteps {
    static final Step TRIM = (value, frame) -> value instanceof Value.Text text ? text.stripped() : value;

    private TakeSteps() {}

    /** Without blanks at both ends; null when nothing is left. */
    static @Nullable String stripped(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** Texts that stand for "no value"; a final {@code *} stands for any ending. */
    static Step sentinels(List<String> sentinels) {
        List<String> texts = List.copyOf(sentinels);
        return (value, frame) -> {
            String text = Value.scalarText(value);
            return text != null && texts.stream().anyMatch(sentinel -> isSentinel(text, sentinel)) ? null : value;
        };
    }

    private static boolean isSentinel(String text, String sentinel) {
        return sentinel.endsWith("*")
                ? text.startsWith(sentinel.substring(0, sentinel.length() - 1))
                : text.equals(sentinel);
    }

    static Step strip(Pattern pattern) {
        return Step.onText(
                "strip",
                (text, frame) ->
                        new Value.Text(pattern.matcher(text).replaceAll("").strip()));
    }

    /** The first group of the first hit, or the whole hit when the pattern has no group. */
    static Step extract(Pattern pattern) {
        return Step.onText("extract", (text, frame) -> {
            Matcher matcher = pattern.matcher(text);
            if (!matcher.find()) {
                return null;
            }
            String part = matcher.group(matcher.groupCount() > 0 ? 1 : 0);
            return part == null ? null : new Value.Text(part.strip());
        });
    }

    /** All parts as an array, or one of them counted from 1, from the end when negative. */
    static Step split(String separator, int part) {
        Pattern pattern = Pattern.compile(Pattern.quote(separator));
        return Step.onText("split", (text, frame) -> {
            String[] parts = pattern.split(text, -1);
            if (part == 0) {
                return all(parts);
            }
            int index = part > 0 ? part - 1 : parts.length + part;
            return index < 0 || index >= parts.length ? null : new Value.Text(parts[index].strip());
        });
    }

    private static Value all(String[] parts) {
        List<Value> items = new ArrayList<>(parts.length);
        for (String part : parts) {
            if (!part.isBlank()) {
                items.add(new Value.Text(part.strip()));
            }
        }
        return new Value.Arr(items);
    }

    /** Code points from {@code from} up to, not including, {@code to}. */
    static Step slice(int from, int to) {
        return Step.onText("slice", (text, frame) -> {
            int length = text.codePointCount(0, text.length());
            if (from >= length) {
                return null;
            }
            int start = text.offsetByCodePoints(0, from);
            int end = to >= length ? text.length() : text.offsetByCodePoints(start, to - from);
            return new Value.Text(text.substring(start, end));
        });
    }
}
