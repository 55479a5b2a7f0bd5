package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;

/** Reads a path such as {@code ^.orders[-1].'a.b'} or {@code $now}. */
final class PathParser {
    private final String text;
    private final Place place;
    private int at;

    private PathParser(String text, Place place) {
        this.text = text;
        this.place = place;
    }

    /** @throws SyntaxFault when the text is no path */
    static Path parse(String text, Place place) {
        return new PathParser(text.strip(), place).path();
    }

    private Path path() {
        if (text.isEmpty()) {
            throw new SyntaxFault("a path is empty");
        }
        if (text.startsWith("$")) {
            return new Path(text, 0, List.of(), text.substring(1), place);
        }
        if (text.equals(".")) {
            return new Path(text, 0, List.of(), null, place);
        }
        int up = levels();
        List<Path.Step> steps = new ArrayList<>();
        while (at < text.length()) {
            segment(steps);
        }
        return new Path(text, up, List.copyOf(steps), null, place);
    }

    private int levels() {
        int up = 0;
        while (at < text.length() && text.charAt(at) == '^') {
            up++;
            at++;
            if (at < text.length() && !take('.')) {
                throw wrong("'.' after '^'");
            }
        }
        return up;
    }

    private void segment(List<Path.Step> steps) {
        if (text.charAt(at) != '[') {
            steps.add(new Path.Field(take('\'') ? quoted() : word()));
        }
        while (at < text.length() && take('[')) {
            steps.add(new Path.Item(index()));
        }
        if (at < text.length()) {
            if (!take('.') || at == text.length()) {
                throw wrong("'.' and a name");
            }
        }
    }

    private String quoted() {
        int end = text.indexOf('\'', at);
        if (end < 0) {
            throw wrong("a closing quote");
        }
        String name = text.substring(at, end);
        at = end + 1;
        return name;
    }

    private String word() {
        int start = at;
        while (at < text.length() && isNameChar(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw wrong("a name");
        }
        return text.substring(start, at);
    }

    private static boolean isNameChar(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '@' || c == '#' || c == ':' || c == '$';
    }

    private int index() {
        int end = text.indexOf(']', at);
        String digits = end < 0 ? "" : text.substring(at, end);
        if (!digits.matches("-?\\d{1,6}")) {
            throw wrong("a position such as [0] or [-1]");
        }
        at = end + 1;
        return Integer.parseInt(digits);
    }

    private boolean take(char c) {
        boolean hit = at < text.length() && text.charAt(at) == c;
        at += hit ? 1 : 0;
        return hit;
    }

    private SyntaxFault wrong(String expected) {
        return new SyntaxFault(
                "'" + text + "' is no path: expected " + expected + " at character " + (at + 1) + FullWidth.hint(text));
    }
}
