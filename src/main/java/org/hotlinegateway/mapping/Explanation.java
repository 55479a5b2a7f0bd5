package org.hotlinegateway.mapping;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where every field of one converted message comes from, and where every field of its source went.
 *
 * @param fields every leaf of the target and every array made by {@code each}, in the order in which they were made
 * @param sources every leaf of the source that has a value, in its order
 * @param errors what could not be converted
 * @param message the target; without the failed fields when there are errors
 */
public record Explanation(List<Field> fields, List<SourceField> sources, List<FieldError> errors, byte[] message) {
    /**
     * One target field.
     *
     * @param rule {@code file:line:column}
     * @param sources the source paths it was read from, counted from the top of the message
     * @param steps table row, branch, default, cut or signature applied
     * @param made whether the field has a value
     * @param value as JSON; null when it has none, or when further fields make it up
     */
    public record Field(
            String target,
            String rule,
            List<String> sources,
            List<String> steps,
            boolean made,
            @Nullable String value) {
        @Override
        public String toString() {
            String from = sources.isEmpty() ? "" : " <- " + String.join(", ", sources);
            String how = steps.isEmpty() ? "" : " [" + String.join("; ", steps) + "]";
            return target + (made ? "" : " (left out)") + from + how + "  " + rule;
        }
    }

    /** What became of a source field. */
    public enum Fate {
        /** Its value went into the target fields named. */
        MOVED,
        /** A condition looks at it, or a rule reads it that made nothing of it this time. */
        LOOKED_AT,
        /** Listed under {@code unmapped}. */
        LEFT_OUT,
        /** Nothing in the file names it. */
        UNREAD
    }

    /**
     * One source field.
     *
     * @param value as JSON
     * @param targets target fields it went into
     */
    public record SourceField(String path, String value, Fate fate, List<String> targets) {}

    /** Converts the message once more and looks on. */
    public static Explanation of(MappingSet set, String mapping, byte[] source, MappingContext context) {
        Program program = set.program(mapping);
        ExplanationWatch watch = new ExplanationWatch();
        List<FieldError> errors = List.of();
        byte[] message;
        try {
            message = program.apply(source, context, watch).bytes();
        } catch (MappingFailure failure) {
            errors = failure.errors();
            message = failure.partial();
        }
        SourceTree tree = watch.tree();
        List<SourceField> sources = tree == null ? List.of() : Destinations.of(program, tree, watch.fields());
        return new Explanation(watch.fields(), sources, errors, message);
    }

    /** Where a leaf of the target message comes from; an element that stands alone may be named without a position. */
    public Optional<Field> originOf(String leaf) {
        return fields.stream()
                .filter(Field::made)
                .filter(field ->
                        field.target().equals(leaf) || plain(field.target()).equals(plain(leaf)))
                .findFirst();
    }

    private static String plain(String path) {
        return path.replace("[0]", "");
    }
}
