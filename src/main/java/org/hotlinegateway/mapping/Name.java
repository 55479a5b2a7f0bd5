package org.hotlinegateway.mapping;

import java.nio.charset.Charset;

/** A target field's name, encoded once: {@code "name":} for JSON, {@code <name>} and {@code </name>} for XML. */
final class Name {
    private final String text;
    private final byte[] jsonKey;
    private final byte[] nextJsonKey;
    private final byte[] open;
    private final byte[] close;

    Name(String text, Charset charset) {
        this.text = text;
        Bytes key = new Bytes(text.length() + 8);
        JsonTarget.string(text, key);
        key.add(':');
        this.jsonKey = key.toArray();
        Bytes next = new Bytes(jsonKey.length + 1);
        next.add(',');
        next.add(jsonKey);
        this.nextJsonKey = next.toArray();
        this.open = ("<" + text).getBytes(charset);
        this.close = ("</" + text + ">").getBytes(charset);
    }

    String text() {
        return text;
    }

    boolean isAttribute() {
        return text.startsWith("@");
    }

    boolean isText() {
        return text.equals("#text");
    }

    byte[] jsonKey() {
        return jsonKey;
    }

    /** After another field. */
    byte[] nextJsonKey() {
        return nextJsonKey;
    }

    byte[] open() {
        return open;
    }

    byte[] close() {
        return close;
    }
}
