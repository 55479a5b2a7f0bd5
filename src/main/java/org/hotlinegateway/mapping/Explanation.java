package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which rule made which field of one message, and how.
 *
 * @param fields in the order of the target
 */
public record Explanation(List<Field> fields, List<FieldError> errors) {
    /**
     * One target field.
     *
     * @param rule {@code file:line:column}
     * @param sources paths the rule reads
     * @param steps table row, branch, default or cut applied
     * @param made whether the field has a value
     */
    public record Field(String target, String rule, List<String> sources, List<String> steps, boolean made) {
        @Override
        public String toString() {
            String from = sources.isEmpty() ? "" : " <- " + String.join(", ", sources);
            String how = steps.isEmpty() ? "" : " [" + String.join("; ", steps) + "]";
            return target + (made ? "" : " (left out)") + from + how + "  " + rule;
        }
    }

    /** Converts the message once more and looks on. */
    public static Explanation of(MappingSet set, String mapping, byte[] source, MappingContext context) {
        Watcher watcher = new Watcher();
        try {
            set.program(mapping).apply(source, context, watcher);
            return new Explanation(List.copyOf(watcher.fields), List.of());
        } catch (MappingFailure failure) {
            return new Explanation(List.copyOf(watcher.fields), failure.errors());
        }
    }

    private static final class Watcher implements Trace {
        private final List<Field> fields = new ArrayList<>();
        private final List<String> steps = new ArrayList<>();

        @Override
        public void step(String what) {
            steps.add(what);
        }

        @Override
        public void field(String target, FieldRule rule, boolean made) {
            List<String> sources =
                    rule.reads().stream().map(Path::text).distinct().collect(Collectors.toList());
            fields.add(new Field(target, rule.place().toString(), sources, List.copyOf(steps), made));
            steps.clear();
        }
    }
}
