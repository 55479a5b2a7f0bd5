package org.hotlinegateway.workbench;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.hotlinegateway.mapping.Laws;

/**
 * How the laws fared on one mapping.
 *
 * @param tries messages made up; fewer than asked for when a law was broken
 * @param counts messages by what became of them
 * @param broken the first broken law with its smallest message
 */
public record FuzzReport(
        String mapping, long seed, int tries, Map<Laws.Outcome, Integer> counts, Optional<Broken> broken) {
    /**
     * A broken law.
     *
     * @param document the smallest message that breaks it, as JSON
     * @param message the same in its own format
     */
    public record Broken(Laws.Law law, String why, String document, byte[] message, Map<String, String> context) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Broken that
                    && law == that.law
                    && why.equals(that.why)
                    && document.equals(that.document)
                    && Arrays.equals(message, that.message)
                    && context.equals(that.context);
        }

        @Override
        public int hashCode() {
            return document.hashCode();
        }
    }

    private int count(Laws.Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /** One line for a mapping whose laws hold; else the law, what was seen and the message. */
    @Override
    public String toString() {
        String counted = mapping + ": " + tries + " tries, " + count(Laws.Outcome.ACCEPTED) + " mapped, "
                + count(Laws.Outcome.REFUSED) + " refused, " + count(Laws.Outcome.UNWRITABLE) + " not writable";
        return broken.map(one -> counted + "\n  BROKEN: " + one.law().sentence() + "\n  " + one.why()
                        + "\n  smallest message: " + one.document()
                        + (one.context().isEmpty() ? "" : "\n  context: " + one.context()))
                .orElse(counted + ", every law holds");
    }
}
