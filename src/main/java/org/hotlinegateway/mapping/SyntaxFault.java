package org.hotlinegateway.mapping;

/** A piece of text in a mapping file does not read; the caller knows its place. */
final class SyntaxFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SyntaxFault(String text) {
        super(text);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
