package org.hotlinegateway.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The small parts of XML markup: names, blanks, attributes, end tags, references. Every method tells where the part ends. */
final class XmlTags {
    private static final byte NO_NAME = 0;
    private static final byte IN_NAME = 1;
    private static final byte STARTS_NAME = 2;
    private static final byte[] NAMES = names();
    private static final int LONGEST_NAME = 1000;
    private static final int MOST_ATTRIBUTES = 16;
    private static final int LONGEST_REFERENCE = 10;

    private final byte[] bytes;
    private final int[] attributes = new int[MOST_ATTRIBUTES * 2];
    private int count;
    private int valueFrom;
    private int valueTo;
    private int referred;

    XmlTags(byte[] bytes) {
        this.bytes = bytes;
    }

    private static byte[] names() {
        byte[] names = new byte[0x80];
        Arrays.fill(names, 'a', 'z' + 1, STARTS_NAME);
        Arrays.fill(names, 'A', 'Z' + 1, STARTS_NAME);
        Arrays.fill(names, '0', '9' + 1, IN_NAME);
        names['_'] = STARTS_NAME;
        names['-'] = IN_NAME;
        names['.'] = IN_NAME;
        return names;
    }

    /** A name without prefix: letters, digits and the Han characters of everyday use. */
    int name(int start) {
        int at = start;
        while (at < bytes.length && isInName(at)) {
            at += bytes[at] < 0 ? 3 : 1;
        }
        boolean starts = at > start && (bytes[start] < 0 || NAMES[bytes[start]] == STARTS_NAME);
        if (!starts || at - start > LONGEST_NAME || !endsName(at)) {
            throw XmlScanner.UNUSUAL;
        }
        return at;
    }

    private boolean isInName(int at) {
        byte b = bytes[at];
        return b >= 0 ? NAMES[b] != NO_NAME : Utf8.isFollowedByTwo(bytes, at) && isHan(b, bytes[at + 1]);
    }

    /** From 一, U+4E00, to U+9F7F. */
    private static boolean isHan(byte lead, byte second) {
        return lead >= (byte) 0xE5 && lead <= (byte) 0xE8
                || lead == (byte) 0xE4 && second >= (byte) 0xB8
                || lead == (byte) 0xE9 && second < (byte) 0xBE;
    }

    /** What may follow a name of an element or an attribute. */
    boolean endsName(int at) {
        int b = at < bytes.length ? bytes[at] : 0;
        return b == '>' || b == '/' || b == '=' || isBlank(b);
    }

    private static boolean isBlank(int b) {
        return b == ' ' || b == '\n' || b == '\t' || b == '\r';
    }

    int blanks(int start) {
        int at = start;
        while (at < bytes.length && isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    /** A start tag begins. */
    void begin() {
        count = 0;
    }

    /** An attribute whose value holds neither references nor anything that XML turns into blanks. */
    int attribute(int start) {
        int end = name(start);
        if (count == MOST_ATTRIBUTES || isThere(start, end) || isNamespace(start, end)) {
            throw XmlScanner.UNUSUAL;
        }
        attributes[count * 2] = start;
        attributes[count * 2 + 1] = end;
        count++;
        int at = blanks(end);
        int quote = at < bytes.length && bytes[at] == '=' ? blanks(at + 1) : bytes.length;
        if (quote >= bytes.length || bytes[quote] != '"' && bytes[quote] != '\'') {
            throw XmlScanner.UNUSUAL;
        }
        valueFrom = quote + 1;
        valueTo = value(valueFrom, bytes[quote]);
        return valueTo + 1;
    }

    private boolean isThere(int from, int to) {
        for (int i = 0; i < count; i++) {
            if (Arrays.equals(bytes, attributes[i * 2], attributes[i * 2 + 1], bytes, from, to)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamespace(int from, int to) {
        return to - from == 5 && new String(bytes, from, 5, StandardCharsets.US_ASCII).equals("xmlns");
    }

    private int value(int start, byte quote) {
        int at = start;
        while (at < bytes.length && bytes[at] != quote) {
            byte b = bytes[at];
            int width = b >= 0 ? 1 : b == (byte) 0xEF ? 0 : Utf8.width(bytes, at);
            if (b >= 0 && b < ' ' || b == '<' || b == '&' || width == 0) {
                throw XmlScanner.UNUSUAL;
            }
            at += width;
        }
        if (at == bytes.length) {
            throw XmlScanner.UNUSUAL;
        }
        return at;
    }

    String attributeName() {
        int from = attributes[count * 2 - 2];
        return new String(bytes, from, attributes[count * 2 - 1] - from, StandardCharsets.UTF_8);
    }

    Value.Text attributeValue() {
        return new Value.Text(bytes, valueFrom, valueTo, Written.NOT_PLAIN);
    }

    /** The end tag of the element whose name stands from one place to another. */
    int close(int start, int from, int to) {
        int end = start + to - from;
        if (end > bytes.length || !isSame(start, from, to)) {
            throw XmlScanner.UNUSUAL;
        }
        int at = blanks(end);
        if (at >= bytes.length || bytes[at] != '>') {
            throw XmlScanner.UNUSUAL;
        }
        return at + 1;
    }

    private boolean isSame(int start, int from, int to) {
        for (int i = from, at = start; i < to; i++, at++) {
            if (bytes[i] != bytes[at]) {
                return false;
            }
        }
        return true;
    }

    /** A reference to a character, behind its ampersand. */
    int reference(int start) {
        int end = start;
        while (end < bytes.length && end - start < LONGEST_REFERENCE && bytes[end] != ';') {
            end++;
        }
        if (end >= bytes.length || bytes[end] != ';') {
            throw XmlScanner.UNUSUAL;
        }
        referred = character(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
        return end + 1;
    }

    /** The character referred to last. */
    int referred() {
        return referred;
    }

    private static int character(String name) {
        return switch (name) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> numbered(name);
        };
    }

    private static int numbered(String name) {
        boolean hexadecimal = name.startsWith("#x");
        String digits = name.substring(Math.min(name.length(), hexadecimal ? 2 : 1));
        boolean number = name.startsWith("#") && digits.matches(hexadecimal ? "[0-9a-fA-F]{1,6}" : "[0-9]{1,7}");
        int c = number ? Integer.parseInt(digits, hexadecimal ? 16 : 10) : 0;
        boolean legal = c == '\t' || c == '\n' || c == '\r' || c >= ' ' && c < 0xD800 || c > 0xDFFF && c < 0xFFFE;
        if (!legal && (c < 0x10000 || c > 0x10FFFF)) {
            throw XmlScanner.UNUSUAL;
        }
        return c;
    }
}
