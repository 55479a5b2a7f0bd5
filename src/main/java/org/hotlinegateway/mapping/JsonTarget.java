package org.hotlinegateway.mapping;

import java.nio.charset.StandardCharsets;

/** Writes compact JSON in UTF-8, fields in the order they come, non-ASCII unescaped. */
final class JsonTarget implements Target {
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final Bytes out;
    private final boolean rootArray;
    private boolean comma;

    JsonTarget(int capacity, boolean rootArray) {
        this.out = new Bytes(capacity);
        this.rootArray = rootArray;
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
        separate();
        out.add(name.jsonKey());
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
        key(name);
        value(value, out);
    }

    static byte[] bytes(Value value) {
        Bytes out = new Bytes(256);
        value(value, out);
        return out.toArray();
    }

    private static void value(Value value, Bytes out) {
        if (value instanceof Value.Text text) {
            string(text.text(), out);
        } else if (value instanceof Value.Num num) {
            out.ascii(num.text());
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

    static void string(String text, Bytes out) {
        int length = text.length();
        out.need(length * 3 + 2);
        out.put('"');
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                ascii(c, out, (length - i) * 3 + 2);
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.utf8(Character.toCodePoint(c, text.charAt(++i)));
            } else if (Character.isSurrogate(c)) {
                escape(c, out);
                out.need((length - i) * 3 + 2);
            } else {
                out.utf8(c);
            }
        }
        out.add('"');
    }

    private static void ascii(char c, Bytes out, int rest) {
        if (c >= 0x20 && c != '"' && c != '\\') {
            out.put(c);
            return;
        }
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
        out.need(rest);
    }

    private static void escape(char c, Bytes out) {
        out.ascii("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.add(HEX[c >> shift & 0xF]);
        }
    }
}
