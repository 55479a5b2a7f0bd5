package org.hotlinegateway.mapping;

import java.util.Arrays;

/** A growing run of bytes that can be cut back. */
final class Bytes {
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

    /** After {@link #need}. */
    void put(int one) {
        buffer[size++] = (byte) one;
    }

    void ascii(String text) {
        int length = text.length();
        need(length);
        for (int i = 0; i < length; i++) {
            buffer[size++] = (byte) text.charAt(i);
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
