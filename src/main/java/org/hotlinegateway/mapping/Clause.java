package org.hotlinegateway.mapping;

import java.util.List;

/**
 * A clause of language 1.
 *
 * @param needs the clause means nothing without one of these
 * @param meaning a phrase for the engineer
 */
record Clause(String name, Phase phase, List<String> needs, String meaning, Example example) {
    /** What happens to a value, in this order. */
    enum Phase {
        GUARD,
        READ,
        TRIM,
        TAKE,
        CONVERT,
        JOIN,
        SHAPE,
        CUT,
        DEFAULT,
        REQUIRED,
        CHECK,
        DOCUMENT;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A rule of the target field {@code t} at work.
     *
     * @param source the message
     * @param rule the rule
     * @param result the target message, or {@code error: …}
     */
    record Example(String source, String rule, String result) {}

    /** @param needs names with commas between */
    static Clause clause(
            String name, Phase phase, String needs, String meaning, String source, String rule, String result) {
        return new Clause(
                name,
                phase,
                needs.isEmpty() ? List.of() : List.of(needs.split(",")),
                meaning,
                new Example(source, rule, result));
    }
}
