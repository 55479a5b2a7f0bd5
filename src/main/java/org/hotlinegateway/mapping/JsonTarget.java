package org.hotlinegateway.mapping;

import java.nio.charset.StandardCharsets;

/** Writes compact JSON in UTF-8, fields in the order they come, non-ASCII unescaped. */
final class JsonTarget implements Target {
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private static final boolean[] ESCAPED = escaped();

    private final Bytes out;
    private final boolean rootArray;
    private boolean comma;

    JsonTarget(int capacity, boolean rootArray) {
        this.out = new Bytes(capacity);
        this.rootArray = rootArray;
    }

    private static boolean[] escaped() {
        boolean[] escaped = new boolean[0x80];
        java.util.Arrays.fill(escaped, 0, 0x20, true);
        escaped['"'] = true;
        escaped['\\'] = true;
        return escaped;
    }

    @Override
    public void start() {
        if (!rootArray) {
            out.add('{');
        }
    }

    @Override
    public byte[] finish() {
        if (!rootArray) {
            out.add('}');
        }
        return out.toArray();
    }

    @Override
    public long mark() {
        return (long) out.size() << 1 | (comma ? 1 : 0);
    }

    @Override
    public void reset(long mark) {
        out.truncate((int) (mark >> 1));
        comma = (mark & 1) == 1;
    }

    private void separate() {
        if (comma) {
            out.add(',');
        }
        comma = true;
    }

    private void key(Name name) {
        out.add(comma ? name.nextJsonKey() : name.jsonKey());
        comma = true;
    }

    private void open(int bracket) {
        out.add(bracket);
        comma = false;
    }

    private void close(int bracket) {
        out.add(bracket);
        comma = true;
    }

    @Override
    public void begin(Name name) {
        key(name);
        open('{');
    }

    @Override
    public void end(Name name) {
        close('}');
    }

    @Override
    public void beginArray(Name name) {
        if (!name.text().isEmpty()) {
            key(name);
        }
        open('[');
    }

    @Override
    public void endArray(Name name) {
        close(']');
    }

    @Override
    public void beginItem(Name name) {
        separate();
        open('{');
    }

    @Override
    public void endItem(Name name) {
        close('}');
    }

    @Override
    public void write(Name name, Value value) {
        if (value instanceof Value.Text text && text.isPlain()) {
            out.quoted(comma ? name.nextJsonKey() : name.jsonKey(), text.source(), text.from(), text.to());
            comma = true;
        } else {
            key(name);
            value(value, out);
        }
    }

    static byte[] bytes(Value value) {
        Bytes out = new Bytes(256);
        value(value, out);
        return out.toArray();
    }

    private static void value(Value value, Bytes out) {
        if (value instanceof Value.Text text) {
            text(text, out);
        } else if (value instanceof Value.Num num) {
            number(num, out);
        } else if (value instanceof Value.Bool bool) {
            out.ascii(String.valueOf(bool.value()));
        } else if (value instanceof Value.Obj obj) {
            object(obj, out);
        } else if (value instanceof Value.Arr arr) {
            array(arr, out);
        } else {
            out.add(NULL);
        }
    }

    private static void object(Value.Obj obj, Bytes out) {
        out.add('{');
        for (int i = 0; i < obj.size(); i++) {
            if (i > 0) {
                out.add(',');
            }
            string(obj.name(i), out);
            out.add(':');
            value(obj.value(i), out);
        }
        out.add('}');
    }

    private static void array(Value.Arr arr, Bytes out) {
        out.add('[');
        for (int i = 0; i < arr.items().size(); i++) {
            if (i > 0) {
                out.add(',');
            }
            value(arr.items().get(i), out);
        }
        out.add(']');
    }

    private static void text(Value.Text text, Bytes out) {
        if (text.isPlain()) {
            out.quoted(text.source(), text.from(), text.to());
        } else if (text.hasBytes()) {
            string(text.source(), text.from(), text.to(), out);
        } else {
            string(text.text(), out);
        }
    }

    private static void number(Value.Num number, Bytes out) {
        if (number.hasBytes()) {
            out.add(number.source(), number.from(), number.to());
        } else {
            out.ascii(number.text());
        }
    }

    private static void string(byte[] source, int from, int to, Bytes out) {
        out.add('"');
        int at = from;
        while (at < to) {
            int next = JsonStrings.escaped(source, at, to);
            out.add(source, at, next);
            if (next < to) {
                escaped((char) source[next++], out);
            }
            at = next;
        }
        out.add('"');
    }

    static void string(String text, Bytes out) {
        int length = text.length();
        out.add('"');
        int at = 0;
        while (at < length) {
            at += out.plain(text, at, ESCAPED);
            at += out.wide(text, at);
            at = at < length && !isPlain(text.charAt(at)) ? special(text, at, out) : at;
        }
        out.add('"');
    }

    private static boolean isPlain(char c) {
        return c < 0x80 ? !ESCAPED[c] : c >= 0x800 && !Character.isSurrogate(c);
    }

    private static int special(String text, int at, Bytes out) {
        char c = text.charAt(at);
        if (c < 0x80) {
            escaped(c, out);
        } else if (Character.isHighSurrogate(c)
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1))) {
            out.utf8(Character.toCodePoint(c, text.charAt(at + 1)));
            return at + 2;
        } else if (Character.isSurrogate(c)) {
            escape(c, out);
        } else {
            out.utf8(c);
        }
        return at + 1;
    }

    private static void escaped(char c, Bytes out) {
        int letter = switch (c) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            case '\b' -> 'b';
            case '\f' -> 'f';
            default -> 0;
        };
        if (letter == 0) {
            escape(c, out);
        } else {
            out.add('\\');
            out.add(letter);
        }
    }

    private static void escape(char c, Bytes out) {
        out.ascii("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.add(HEX[c >> shift & 0xF]);
        }
    }
}
