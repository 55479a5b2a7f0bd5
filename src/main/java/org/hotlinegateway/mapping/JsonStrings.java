package org.hotlinegateway.mapping;

import java.nio.charset.StandardCharsets;

/** The strings of a JSON document: finds where one ends, strictly, and resolves its escapes. */
final class JsonStrings {
    private static final String LETTERS = "\"\\/bfnrt";
    private static final String MEANINGS = "\"\\/\b\f\n\r\t";

    private final byte[] bytes;
    private boolean escaped;
    private int continuations;

    JsonStrings(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The document breaks the grammar or its encoding at a byte. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int at;

        Malformed(int at) {
            super(null, null, false, false);
            this.at = at;
        }

        int at() {
            return at;
        }
    }

    /** The place after the closing quote of the string that begins at a place. */
    int end(int start) {
        escaped = false;
        continuations = 0;
        int at = start;
        while (true) {
            at = plain(at);
            int next = at < bytes.length ? bytes[at] : 0;
            if (next == '"') {
                return at + 1;
            }
            at = next < 0 ? wide(at) : special(next, at);
        }
    }

    /** The next byte that is no plain ASCII character, looking at eight at once. */
    private int plain(int start) {
        int at = start;
        for (int last = bytes.length - EightBytes.COUNT; at <= last; at += EightBytes.COUNT) {
            long special = special(EightBytes.get(bytes, at));
            if (special != 0) {
                return at + EightBytes.before(special);
            }
        }
        while (at < bytes.length && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    /** Marks the first byte that is no plain character. */
    private static long special(long eight) {
        return EightBytes.wide(eight)
                | EightBytes.below(eight, ' ')
                | EightBytes.equal(eight, '"')
                | EightBytes.equal(eight, '\\');
    }

    /** After a run of characters beyond ASCII. */
    private int wide(int start) {
        int at = Utf8.threes(bytes, start);
        int characters = (at - start) / 3;
        while (at < bytes.length && bytes[at] < 0) {
            int width = Utf8.width(bytes, at);
            if (width == 0) {
                throw new Malformed(at);
            }
            at += width;
            characters++;
        }
        continuations += at - start - characters;
        return at;
    }

    private int special(int next, int at) {
        if (next != '\\') {
            throw new Malformed(at);
        }
        escaped = true;
        return escape(at);
    }

    private int escape(int at) {
        int letter = at + 1 < bytes.length ? bytes[at + 1] : 0;
        if (letter == 'u') {
            hex(at);
            return at + 6;
        }
        if (LETTERS.indexOf(letter) < 0) {
            throw new Malformed(at);
        }
        return at + 2;
    }

    private int hex(int at) {
        int code = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = i < bytes.length ? Character.digit(bytes[i], 16) : -1;
            if (digit < 0) {
                throw new Malformed(at);
            }
            code = code << 4 | digit;
        }
        return code;
    }

    /** The bytes of the string found last: the document itself when it has no escape. */
    byte[] bytes(int from, int to) {
        return escaped ? resolved(from, to).text().getBytes(StandardCharsets.UTF_8) : bytes;
    }

    /** The string found last. */
    Value.Text value(int from, int to) {
        return escaped ? resolved(from, to) : new Value.Text(bytes, from, to, continuations);
    }

    /** The first byte of a run that is escaped in JSON or begins an escape; the run's end when there is none. */
    static int escaped(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - EightBytes.COUNT; at += EightBytes.COUNT) {
            long escaped = EightBytes.escaped(EightBytes.get(bytes, at));
            if (escaped != 0) {
                return at + EightBytes.before(escaped);
            }
        }
        while (at < to && (bytes[at] < 0 || bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\')) {
            at++;
        }
        return at;
    }

    private Value.Text resolved(int from, int to) {
        Bytes out = new Bytes(to - from);
        int at = from;
        while (at < to) {
            int next = escaped(bytes, at, to);
            out.add(bytes, at, next);
            if (next < to && bytes[next + 1] == 'u' && Character.isSurrogate((char) hex(next))) {
                return new Value.Text(characters(from, to));
            }
            at = next < to ? resolve(next, out) : next;
        }
        return out.text(Written.NOT_PLAIN);
    }

    private int resolve(int at, Bytes out) {
        if (bytes[at + 1] == 'u') {
            out.utf8(hex(at));
            return at + 6;
        }
        out.add(MEANINGS.charAt(LETTERS.indexOf(bytes[at + 1])));
        return at + 2;
    }

    /** With halves of pairs, which have no bytes of their own. */
    private String characters(int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            int next = at;
            while (next < to && bytes[next] != '\\') {
                next++;
            }
            out.append(new String(bytes, at, next - at, StandardCharsets.UTF_8));
            at = next < to ? character(next, out) : next;
        }
        return out.toString();
    }

    private int character(int at, StringBuilder out) {
        if (bytes[at + 1] == 'u') {
            out.append((char) hex(at));
            return at + 6;
        }
        out.append(MEANINGS.charAt(LETTERS.indexOf(bytes[at + 1])));
        return at + 2;
    }
}
