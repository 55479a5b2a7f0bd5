package org.hotlinegateway.mapping;

/** A message broke a law; carries no stack, as the sample tells all. */
final class LawBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Laws.Law law;

    LawBroken(Laws.Law law, String text) {
        super(text, null, false, false);
        this.law = law;
    }

    Laws.Law law() {
        return law;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
