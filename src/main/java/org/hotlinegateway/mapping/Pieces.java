package org.hotlinegateway.mapping;

import org.jspecify.annotations.Nullable;

/** Texts put one behind the other: as bytes as long as all of them have bytes, else as characters. */
final class Pieces {
    private static final int USUAL = 48;

    private final Bytes bytes = new Bytes(USUAL);
    private int continuations;
    private @Nullable StringBuilder characters;

    /** Adds a scalar; false when the value is none. */
    boolean add(@Nullable Value scalar) {
        if (scalar instanceof Written written) {
            add(written);
            return true;
        }
        String text = Value.scalarText(scalar);
        if (text == null) {
            return false;
        }
        spelled().append(text);
        return true;
    }

    private void add(Written piece) {
        if (characters != null || !piece.hasBytes()) {
            spelled().append(piece.text());
            return;
        }
        bytes.add(piece.source(), piece.from(), piece.to());
        boolean plain = continuations != Written.NOT_PLAIN && piece.isPlain();
        continuations = plain ? continuations + piece.continuations() : Written.NOT_PLAIN;
    }

    private StringBuilder spelled() {
        StringBuilder spelled = characters;
        if (spelled == null) {
            spelled = new StringBuilder(bytes.text(continuations).text());
            characters = spelled;
        }
        return spelled;
    }

    boolean isEmpty() {
        return characters == null ? bytes.size() == 0 : characters.isEmpty();
    }

    Value.Text text() {
        return characters == null ? bytes.text(continuations) : new Value.Text(characters.toString());
    }
}
