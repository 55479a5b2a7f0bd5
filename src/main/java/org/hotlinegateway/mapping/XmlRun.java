package org.hotlinegateway.mapping;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The text of one element while it is read: mostly one run of the message's bytes, else runs put together. */
final class XmlRun {
    private static final byte PLAIN = 0;
    private static final byte BREAK = 1;
    private static final byte ESCAPED_IN_JSON = 2;
    private static final byte ENDS = 3;
    private static final byte RETURN = 4;
    private static final byte CLOSES = 5;
    private static final byte FORBIDDEN = 6;
    private static final byte[] KINDS = kinds();

    private final byte[] bytes;
    private int from;
    private int to;
    private int continuations;
    private boolean escaped;
    private boolean blank;
    private @Nullable Bytes joined;

    XmlRun(byte[] bytes) {
        this.bytes = bytes;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[0x80];
        Arrays.fill(kinds, 0, ' ', FORBIDDEN);
        kinds['\n'] = BREAK;
        kinds['\t'] = BREAK;
        kinds['\r'] = RETURN;
        kinds['"'] = ESCAPED_IN_JSON;
        kinds['\\'] = ESCAPED_IN_JSON;
        kinds['<'] = ENDS;
        kinds['&'] = ENDS;
        kinds['>'] = CLOSES;
        return kinds;
    }

    /** An element begins. */
    void clear() {
        from = 0;
        to = 0;
        continuations = 0;
        escaped = false;
        blank = true;
        joined = null;
    }

    /** Nothing but blanks so far. */
    boolean isBlank() {
        return blank;
    }

    Value.Text text() {
        Bytes all = joined;
        return all == null
                ? new Value.Text(bytes, from, to, escaped ? Written.NOT_PLAIN : continuations)
                : all.text(Written.NOT_PLAIN);
    }

    /** Takes characters up to a tag or a reference and tells where that stands. */
    int take(int start) {
        int first = start;
        int at = start;
        while (true) {
            int text = blank ? blanks(at) : at;
            at = plain(text);
            blank &= at == text;
            int b = at < bytes.length ? bytes[at] : '<';
            int kind = b < 0 ? PLAIN : KINDS[b];
            if (kind == ENDS) {
                add(first, at);
                return at;
            }
            if (kind == RETURN) {
                at = newLine(first, at);
                first = at;
            } else {
                at = b < 0 ? wide(at) : special(kind, first, at);
            }
        }
    }

    /** Takes blanks as long as there has been nothing else. */
    private int blanks(int start) {
        int at = start;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\t')) {
            escaped |= bytes[at] < ' ';
            at++;
        }
        return at;
    }

    /** Takes plain characters of ASCII and tells where they end, looking at eight at once. */
    private int plain(int start) {
        int at = start;
        for (int last = bytes.length - EightBytes.COUNT; at <= last; at += EightBytes.COUNT) {
            long special = special(EightBytes.get(bytes, at));
            if (special != 0) {
                return at + EightBytes.before(special);
            }
        }
        while (at < bytes.length && bytes[at] >= 0 && KINDS[bytes[at]] == PLAIN) {
            at++;
        }
        return at;
    }

    /** Marks the first byte that is no plain character. */
    private static long special(long eight) {
        return EightBytes.wide(eight)
                | EightBytes.below(eight, ' ')
                | EightBytes.either(eight, '<', '>')
                | EightBytes.either(eight, '"', '&')
                | EightBytes.equal(eight, '\\');
    }

    private int special(int kind, int start, int at) {
        boolean section = kind == CLOSES && at - start > 1 && bytes[at - 1] == ']' && bytes[at - 2] == ']';
        if (kind == FORBIDDEN || section) {
            throw XmlScanner.UNUSUAL;
        }
        blank &= kind == BREAK;
        escaped |= kind == ESCAPED_IN_JSON || kind == BREAK;
        return at + 1;
    }

    /** A carriage return, alone or with a line feed, is a line feed. */
    private int newLine(int start, int at) {
        Bytes all = together();
        all.add(bytes, start, at);
        all.add('\n');
        return at + 1 < bytes.length && bytes[at + 1] == '\n' ? at + 2 : at + 1;
    }

    /** Takes a run of characters beyond ASCII. */
    private int wide(int start) {
        int at = Utf8.threes(bytes, start);
        int characters = (at - start) / 3;
        while (at < bytes.length && bytes[at] < 0) {
            at += wideAt(at);
            characters++;
        }
        blank = false;
        continuations += at - start - characters;
        return at;
    }

    private int wideAt(int at) {
        int width = Utf8.width(bytes, at);
        boolean none = bytes[at] == (byte) 0xEF && width == 3 && bytes[at + 1] == (byte) 0xBF && bytes[at + 2] >= -66;
        if (width == 0 || none) {
            throw XmlScanner.UNUSUAL;
        }
        return width;
    }

    /** Takes the characters of a section, which hold no markup, up to its end. */
    void section(int start, int end) {
        int at = start;
        while (at < end) {
            int b = bytes[at];
            if (b == '\r' || b >= 0 && KINDS[b] == FORBIDDEN) {
                throw XmlScanner.UNUSUAL;
            }
            blank &= b == ' ' || b == '\n' || b == '\t';
            escaped |= b == '"' || b == '\\' || b >= 0 && b < ' ';
            at = b < 0 ? wide(at) : at + 1;
        }
        add(start, end);
    }

    /** Passes over a remark and tells where it ends. */
    int remark(int start) {
        int at = start;
        while (at + 2 < bytes.length) {
            int b = bytes[at];
            if (b == '-' && bytes[at + 1] == '-') {
                break;
            }
            if (b >= 0 && KINDS[b] == FORBIDDEN) {
                throw XmlScanner.UNUSUAL;
            }
            at += b < 0 ? wideAt(at) : 1;
        }
        if (at + 2 >= bytes.length || bytes[at + 2] != '>') {
            throw XmlScanner.UNUSUAL;
        }
        return at + 3;
    }

    /** A character that was referred to. */
    void refer(int codePoint) {
        blank = false;
        together().utf8(codePoint);
    }

    private void add(int start, int end) {
        if (joined != null) {
            joined.add(bytes, start, end);
        } else if (from == to) {
            from = start;
            to = end;
        } else if (start < end) {
            together().add(bytes, start, end);
        }
    }

    private Bytes together() {
        Bytes all = joined;
        if (all == null) {
            all = new Bytes(Math.max(64, (to - from) * 2));
            all.add(bytes, from, to);
            joined = all;
        }
        return all;
    }
}
