package org.hotlinegateway.mapping;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML that peers usually send, in UTF-8, in one pass over its bytes: elements, attributes, text, sections, remarks,
 * references to characters. Whatever else stands in a message, namespaces, document types and every mistake among it, is
 * left to {@link XmlReader}'s platform parser, which has the last word. A value that is made here is the one it would make.
 */
final class XmlScanner {
    /** Here stands something that is not read here. */
    static final Unusual UNUSUAL = new Unusual();

    private static final int DEEPEST = 100;
    private static final String TEXT = "#text";
    private static final int LONGEST_HEAD = 200;
    private static final Pattern DECLARATION = Pattern.compile("<\\?xml +version=([\"'])1\\.0\\1"
            + "( +encoding=([\"'])[A-Za-z][A-Za-z0-9._-]*\\3)?( +standalone=([\"'])(yes|no)\\5)? *\\?>");
    private static final byte[] SECTION = "[CDATA[".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final XmlTags tags;
    private final XmlRun run;
    private int at;
    private int depth;

    private XmlScanner(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
        this.tags = new XmlTags(bytes);
        this.run = new XmlRun(bytes);
    }

    /** Ends the scan; without a stack, as it is no fault. */
    static final class Unusual extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Unusual() {
            super(null, null, false, false);
        }
    }

    /**
     * Reads a document.
     *
     * @param from where it begins, behind a byte order mark
     * @param root what its element must be called, null for any name
     * @return null when the platform's parser must look at it
     */
    static @Nullable Value read(byte[] bytes, int from, @Nullable String root, Wanted wanted) {
        try {
            return new XmlScanner(bytes, from).document(root, wanted);
        } catch (Unusual e) {
            return null;
        }
    }

    private int peek(int ahead) {
        return at + ahead < bytes.length ? bytes[at + ahead] : 0;
    }

    private static void mustBe(boolean usual) {
        if (!usual) {
            throw UNUSUAL;
        }
    }

    private Value document(@Nullable String root, Wanted wanted) {
        declaration();
        between();
        mustBe(peek(0) == '<');
        int start = ++at;
        at = tags.name(start);
        mustBe(root == null || root.equals(new String(bytes, start, at - start, StandardCharsets.UTF_8)));
        Value value = element(start, at, wanted, true);
        between();
        mustBe(at == bytes.length);
        return value instanceof Value.Text text && text.isBlank() ? new Value.Obj() : value;
    }

    private void declaration() {
        if (peek(0) == '<' && peek(1) == '?') {
            int end = Math.min(bytes.length, at + LONGEST_HEAD);
            String head = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
            int close = head.indexOf("?>");
            mustBe(close > 0
                    && DECLARATION.matcher(head.substring(0, close + 2)).matches());
            at += close + 2;
        }
    }

    /** Blanks and remarks before or after the root element. */
    private void between() {
        while (true) {
            at = tags.blanks(at);
            if (peek(0) != '<' || peek(1) != '!') {
                return;
            }
            mustBe(peek(2) == '-' && peek(3) == '-');
            at = run.remark(at + 4);
        }
    }

    /** An element whose name stands from one place to another, where the scan is. */
    private Value element(int from, int to, Wanted wanted, boolean kept) {
        mustBe(depth++ <= DEEPEST);
        Value.Obj obj = attributes(wanted, kept);
        boolean empty = peek(0) == '/';
        mustBe(!empty || peek(1) == '>');
        at += empty ? 2 : 1;
        run.clear();
        Value value = empty ? closed(obj, kept) : content(from, to, wanted, kept, obj);
        depth--;
        return value;
    }

    private Value.@Nullable Obj attributes(Wanted wanted, boolean kept) {
        Value.Obj obj = null;
        tags.begin();
        while (true) {
            int start = tags.blanks(at);
            int next = start < bytes.length ? bytes[start] : 0;
            boolean blanks = start > at;
            at = start;
            if (next == '>' || next == '/') {
                return obj;
            }
            mustBe(blanks);
            at = tags.attribute(start);
            obj = kept ? attribute(obj, wanted) : null;
        }
    }

    /** An element with an attribute is an object, whether some rule reads the attribute or not. */
    private Value.Obj attribute(Value.@Nullable Obj before, Wanted wanted) {
        Value.Obj obj = before == null ? fields(wanted) : before;
        String name = "@" + tags.attributeName();
        int known = wanted.find(name);
        if (known >= 0 || wanted.isWhole()) {
            obj.add(known < 0 ? name : wanted.name(known), tags.attributeValue());
        }
        return obj;
    }

    private static Value.Obj fields(Wanted wanted) {
        return new Value.Obj(wanted.size() + 1, !wanted.isWhole());
    }

    private Value content(int from, int to, Wanted wanted, boolean kept, Value.@Nullable Obj start) {
        Value.Obj obj = start;
        boolean parent = false;
        int before = -1;
        long taken = 0;
        while (true) {
            characters();
            int next = peek(1);
            if (next == '/') {
                at = tags.close(at + 2, from, to);
                mustBe(!parent || !kept || run.isBlank());
                return parent && obj != null ? obj : closed(obj, kept);
            }
            if (next == '!') {
                special();
            } else {
                mustBe(!kept || run.isBlank());
                parent = true;
                obj = obj == null && kept ? fields(wanted) : obj;
                at++;
                before = child(wanted, kept ? obj : null, before, taken);
                taken |= before < 0 || before > 63 ? 0 : 1L << before;
                run.clear();
            }
        }
    }

    /** Text and references up to the next tag. */
    private void characters() {
        at = run.take(at);
        while (peek(0) == '&') {
            at = tags.reference(at + 1);
            run.refer(tags.referred());
            at = run.take(at);
        }
        mustBe(peek(0) == '<');
    }

    /** A section or a remark. */
    private void special() {
        if (peek(2) == '-' && peek(3) == '-') {
            at = run.remark(at + 4);
            return;
        }
        int start = at + 2 + SECTION.length;
        for (int i = 0; i < SECTION.length; i++) {
            mustBe(peek(2 + i) == SECTION[i]);
        }
        int end = start;
        while (end + 2 < bytes.length && !(bytes[end] == ']' && bytes[end + 1] == ']' && bytes[end + 2] == '>')) {
            end++;
        }
        mustBe(end + 2 < bytes.length);
        run.section(start, end);
        at = end + 3;
    }

    /** Reads one element into the object around it, if that is kept; tells the position of a known name. */
    private int child(Wanted around, Value.@Nullable Obj obj, int before, long taken) {
        int start = at;
        int known = obj == null ? -1 : around.guess(before, bytes, start);
        if (known >= 0 && tags.endsName(start + around.length(known))) {
            at = start + around.length(known);
        } else {
            at = tags.name(start);
            known = obj == null ? -1 : around.find(bytes, start, at, Wanted.hash(bytes, start, at));
            if (known >= 0) {
                around.follows(before, known);
            }
        }
        boolean named = known >= 0 && around.keeps(known);
        boolean kept = obj != null && (named || around.isWhole());
        int end = at;
        Value value = element(start, end, known < 0 ? Wanted.ALL : around.below(known), kept);
        if (obj != null && kept) {
            put(obj, named ? around.name(known) : name(start, end), value, known, taken);
        }
        return known;
    }

    private String name(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static void put(Value.Obj obj, String name, Value value, int known, long taken) {
        if (known >= 0 && known < 64 && (taken >>> known & 1) == 0) {
            obj.add(name, value);
        } else {
            obj.addRepeated(name, value);
        }
    }

    private Value closed(Value.@Nullable Obj obj, boolean kept) {
        if (!kept) {
            return Value.NULL;
        }
        Value.Text text = run.text();
        if (obj == null) {
            return text;
        }
        if (!text.isBlank()) {
            obj.add(TEXT, text);
        }
        return obj;
    }
}
