package org.hotlinegateway.mapping;

/** A turn in a mapping file that some messages take and others do not. */
enum Reach {
    /** A branch of {@code when} or {@code choose}, an alternative of {@code first}. */
    TAKEN("this branch"),
    /** No branch of {@code when} or {@code choose} fits. */
    NO_BRANCH("no branch fits"),
    /** The guard {@code if} does not hold. */
    SKIPPED("'if' does not hold"),
    /** {@code where} leaves an element out. */
    DROPPED("'where' leaves an element out"),
    /** A code in no row goes the way of {@code else}. */
    TABLE_ELSE("'else' of the table"),
    /** {@code default} stands in for a missing value. */
    DEFAULT("'default'");

    private final String words;

    Reach(String words) {
        this.words = words;
    }

    /** How a report names this turn. */
    String words() {
        return words;
    }
}
