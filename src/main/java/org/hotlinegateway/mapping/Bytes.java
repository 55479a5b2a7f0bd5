package org.hotlinegateway.mapping;

import java.util.Arrays;

/** A growing run of bytes that can be cut back. */
final class Bytes {
    private static final byte[] NONE = {};

    private byte[] buffer;
    private int size;

    Bytes(int capacity) {
        this.buffer = new byte[capacity];
    }

    int size() {
        return size;
    }

    void truncate(int to) {
        size = to;
    }

    byte[] toArray() {
        return Arrays.copyOf(buffer, size);
    }

    /**
     * All of it as a text; nothing may be added after.
     *
     * @param continuations bytes that do not begin a character, or {@link Written#NOT_PLAIN}
     */
    Value.Text text(int continuations) {
        return new Value.Text(buffer, 0, size, continuations);
    }

    void need(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }

    void add(int one) {
        need(1);
        buffer[size++] = (byte) one;
    }

    void add(byte[] all) {
        need(all.length);
        System.arraycopy(all, 0, buffer, size, all.length);
        size += all.length;
    }

    void quoted(byte[] source, int from, int to) {
        quoted(NONE, source, from, to);
    }

    /** A key and, between quotes, its value. */
    void quoted(byte[] key, byte[] source, int from, int to) {
        int length = to - from;
        need(key.length + length + 2);
        System.arraycopy(key, 0, buffer, size, key.length);
        int quote = size + key.length;
        buffer[quote] = '"';
        System.arraycopy(source, from, buffer, quote + 1, length);
        buffer[quote + 1 + length] = '"';
        size = quote + length + 2;
    }

    /** After {@link #need}. */
    void put(int one) {
        buffer[size++] = (byte) one;
    }

    void add(byte[] source, int from, int to) {
        int length = to - from;
        need(length);
        System.arraycopy(source, from, buffer, size, length);
        size += length;
    }

    /**
     * Adds the beginning of a text as far as it is plain: ASCII without controls and without the marked characters.
     *
     * @param marked true for an ASCII character that is not plain
     * @return how many characters were added
     */
    int plain(String text, int from, boolean[] marked) {
        int length = text.length();
        need(length - from);
        int at = from;
        int end = size;
        while (at < length) {
            char c = text.charAt(at);
            if (c >= marked.length || marked[c]) {
                break;
            }
            buffer[end++] = (byte) c;
            at++;
        }
        size = end;
        return at - from;
    }

    /** Adds the characters of a text that take three bytes in UTF-8, as far as they go. */
    int wide(String text, int from) {
        int length = text.length();
        need((length - from) * 3);
        int at = from;
        int end = size;
        while (at < length) {
            char c = text.charAt(at);
            if (c < 0x800 || Character.isSurrogate(c)) {
                break;
            }
            buffer[end] = (byte) (0xE0 | c >> 12);
            buffer[end + 1] = (byte) (0x80 | c >> 6 & 0x3F);
            buffer[end + 2] = (byte) (0x80 | c & 0x3F);
            end += 3;
            at++;
        }
        size = end;
        return at - from;
    }

    void ascii(String text) {
        int length = text.length();
        need(length);
        for (int i = 0; i < length; i++) {
            buffer[size++] = (byte) text.charAt(i);
        }
    }

    /** A number from 0 to 99. */
    void twoDigits(int number) {
        need(2);
        int tens = number / 10;
        buffer[size] = (byte) ('0' + tens);
        buffer[size + 1] = (byte) ('0' + number - tens * 10);
        size += 2;
    }

    /** Whole characters: halves stand in pairs. */
    void utf8(char[] text, int from, int to) {
        need((to - from) * 3);
        int at = from;
        while (at < to) {
            char c = text[at++];
            if (c < 0x80) {
                buffer[size++] = (byte) c;
            } else if (c >= 0x800 && !Character.isSurrogate(c)) {
                buffer[size] = (byte) (0xE0 | c >> 12);
                buffer[size + 1] = (byte) (0x80 | c >> 6 & 0x3F);
                buffer[size + 2] = (byte) (0x80 | c & 0x3F);
                size += 3;
            } else {
                utf8(c < 0x800 ? c : Character.toCodePoint(c, text[at++]));
            }
        }
    }

    void utf8(int codePoint) {
        need(4);
        if (codePoint < 0x80) {
            put(codePoint);
        } else if (codePoint < 0x800) {
            put(0xC0 | codePoint >> 6);
            put(0x80 | codePoint & 0x3F);
        } else if (codePoint < 0x10000) {
            put(0xE0 | codePoint >> 12);
            put(0x80 | codePoint >> 6 & 0x3F);
            put(0x80 | codePoint & 0x3F);
        } else {
            put(0xF0 | codePoint >> 18);
            put(0x80 | codePoint >> 12 & 0x3F);
            put(0x80 | codePoint >> 6 & 0x3F);
            put(0x80 | codePoint & 0x3F);
        }
    }
}
