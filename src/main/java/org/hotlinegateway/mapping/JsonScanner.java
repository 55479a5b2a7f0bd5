package org.hotlinegateway.mapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one JSON document in UTF-8 from left to right and keeps what is wanted of it. What is not wanted is checked all the
 * same: grammar, encoding, depth, keys given twice.
 */
final class JsonScanner {
    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 100;
    private static final Value.Obj NOTHING = new Value.Obj(0, true);

    private final byte[] bytes;
    private final JsonStrings strings;
    private final SeenNames seen = new SeenNames();
    private int at;
    private int depth;
    private String name = "";

    private JsonScanner(byte[] bytes) {
        this.bytes = bytes;
        this.strings = new JsonStrings(bytes);
    }

    /** @throws FieldFault of code {@code MALFORMED} */
    static Value read(byte[] bytes, Wanted wanted) {
        JsonScanner scanner = new JsonScanner(bytes);
        try {
            return scanner.document(wanted);
        } catch (JsonStrings.Malformed e) {
            throw DocumentReader.malformed("is not JSON in UTF-8" + scanner.position(e.at()));
        }
    }

    private Value document(Wanted wanted) {
        boolean marked =
                bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        at = marked ? 3 : 0;
        if (peek() < 0) {
            throw DocumentReader.malformed("is empty, expected JSON");
        }
        Value value = value(wanted, true);
        if (peek() >= 0) {
            throw DocumentReader.malformed("goes on after the end of the JSON document");
        }
        return value;
    }

    /** The next byte that is no white space, not yet taken; negative at the end. */
    private int peek() {
        int next = at < bytes.length ? bytes[at] & 0xFF : -1;
        return next > ' ' ? next : afterBlanks();
    }

    private int afterBlanks() {
        while (at < bytes.length) {
            byte b = bytes[at];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b & 0xFF;
            }
            at++;
        }
        return -1;
    }

    private JsonStrings.Malformed wrong() {
        return new JsonStrings.Malformed(at);
    }

    private Value value(Wanted wanted, boolean kept) {
        switch (peek()) {
            case '"':
                return text(kept);
            case '{':
                return object(wanted, kept);
            case '[':
                return array(wanted, kept);
            case 't':
                return word("true", Value.Bool.TRUE);
            case 'f':
                return word("false", Value.Bool.FALSE);
            case 'n':
                return word("null", Value.NULL);
            default:
                return number(kept);
        }
    }

    private Value text(boolean kept) {
        int start = at + 1;
        at = strings.end(start);
        return kept ? strings.value(start, at - 1) : Value.NULL;
    }

    private Value word(String word, Value value) {
        for (int i = 0; i < word.length(); i++, at++) {
            if (at == bytes.length || bytes[at] != word.charAt(i)) {
                throw wrong();
            }
        }
        return value;
    }

    private void enter() {
        at++;
        if (++depth > DEEPEST) {
            throw wrong();
        }
    }

    /** After a field or an element: true when another follows. */
    private boolean another(char close) {
        int next = peek();
        if (next != ',' && next != close) {
            throw wrong();
        }
        at++;
        return next == ',';
    }

    private Value array(Wanted wanted, boolean kept) {
        enter();
        List<Value> items = kept ? new ArrayList<>() : List.of();
        boolean more = peek() != ']';
        at += more ? 0 : 1;
        while (more) {
            Value item = value(wanted, kept);
            if (kept) {
                items.add(item);
            }
            more = another(']');
        }
        depth--;
        return kept ? new Value.Arr(items) : Value.NULL;
    }

    private Value object(Wanted wanted, boolean kept) {
        enter();
        Value.Obj obj = kept ? new Value.Obj(wanted.size(), !wanted.isWhole()) : NOTHING;
        int mark = seen.mark();
        long taken = 0;
        int known = -1;
        boolean more = peek() != '}';
        at += more ? 0 : 1;
        while (more) {
            int next = name(wanted, kept, known, mark);
            if (next >= 0) {
                taken = next < 64 ? once(taken, next) : taken;
                known = next;
                field(wanted, next, obj);
            } else if (kept && wanted.isWhole()) {
                obj.add(name, value(Wanted.ALL, true));
            } else {
                value(Wanted.ALL, false);
            }
            more = another('}');
        }
        seen.reset(mark);
        depth--;
        return obj;
    }

    private void field(Wanted wanted, int known, Value.Obj obj) {
        boolean keep = wanted.keeps(known);
        Value value = value(wanted.below(known), keep);
        if (keep) {
            obj.add(wanted.name(known), value);
        }
    }

    private long once(long taken, int known) {
        if ((taken >>> known & 1) == 1) {
            throw wrong();
        }
        return taken | 1L << known;
    }

    /** Takes a name and its colon; tells the position of a known one, negative for another. */
    private int name(Wanted wanted, boolean kept, int before, int mark) {
        if (peek() != '"') {
            throw wrong();
        }
        int start = at + 1;
        int guess = kept ? wanted.guess(before, bytes, start) : -1;
        int end = guess < 0 ? start : start + wanted.length(guess);
        if (guess < 0 || guess >= 64 || end == bytes.length || bytes[end] != '"') {
            return another(wanted, kept, before, mark);
        }
        at = end + 1;
        colon();
        return guess;
    }

    private void colon() {
        if (peek() != ':') {
            throw wrong();
        }
        at++;
    }

    private int another(Wanted wanted, boolean kept, int before, int mark) {
        int start = at + 1;
        at = strings.end(start);
        byte[] key = strings.bytes(start, at - 1);
        int from = key == bytes ? start : 0;
        int to = key == bytes ? at - 1 : key.length;
        colon();
        int hash = Wanted.hash(key, from, to);
        int known = kept ? wanted.find(key, from, to, hash) : -1;
        if ((known < 0 || known >= 64) && !seen.add(key, from, to, hash, mark)) {
            throw wrong();
        }
        if (known >= 0) {
            wanted.follows(before, known);
        } else if (kept && wanted.isWhole()) {
            name = new String(key, from, to - from, StandardCharsets.UTF_8);
        }
        return known;
    }

    private Value number(boolean kept) {
        int start = at;
        at += at < bytes.length && bytes[at] == '-' ? 1 : 0;
        boolean zero = at < bytes.length && bytes[at] == '0';
        if (digits() > 1 && zero) {
            throw wrong();
        }
        if (at < bytes.length && bytes[at] == '.') {
            at++;
            digits();
        }
        if (at < bytes.length && (bytes[at] | 0x20) == 'e') {
            exponent();
        }
        if (at - start > LONGEST_NUMBER) {
            throw wrong();
        }
        return kept ? new Value.Num(bytes, start, at) : Value.NULL;
    }

    private void exponent() {
        at++;
        if (at < bytes.length && (bytes[at] == '+' || bytes[at] == '-')) {
            at++;
        }
        digits();
    }

    /** At least one digit. */
    private int digits() {
        int start = at;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == start) {
            throw wrong();
        }
        return at - start;
    }

    private String position(int offset) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < Math.min(offset, bytes.length); i++) {
            boolean end = bytes[i] == '\n';
            line += end ? 1 : 0;
            column = end ? 1 : column + ((bytes[i] & 0xC0) == 0x80 ? 0 : 1);
        }
        return ", line " + line + " column " + column;
    }
}
