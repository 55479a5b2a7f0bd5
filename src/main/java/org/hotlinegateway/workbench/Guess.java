package org.hotlinegateway.workbench;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hotlinegateway.mapping.Near;
import org.hotlinegateway.mapping.Schema;

/** The source field that a target field is most likely made from. */
record Guess(SourceField field, Closeness closeness) {
    private static final int SHORTEST_TITLE = 2;

    /** Why, from the best reason to the weakest. */
    enum Closeness {
        SAME_PATH("路径相同"),
        SAME_NAME("名称相同"),
        SAME_TITLE("标题相同"),
        NEAR_NAME("名称相近,请核对"),
        NEAR_TITLE("标题相近,请核对");

        private final String words;

        Closeness(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        boolean isSure() {
            return compareTo(SAME_TITLE) <= 0;
        }
    }

    /** The best guess for a target field among the fields that hold the same kind of value. */
    static Optional<Guess> of(String path, String name, Schema target, List<SourceField> fields) {
        SourceField.Shape shape = SourceField.Shape.of(target);
        List<SourceField> fitting =
                fields.stream().filter(field -> field.shape() == shape).toList();
        return first(fitting, Closeness.SAME_PATH, field -> field.path().equals(path))
                .or(() -> first(
                        fitting, Closeness.SAME_NAME, field -> field.name().equalsIgnoreCase(name)))
                .or(() -> first(fitting, Closeness.SAME_TITLE, field -> sameTitle(field, target)))
                .or(() -> nearest(name, fitting))
                .or(() -> first(fitting, Closeness.NEAR_TITLE, field -> nearTitle(field, target)));
    }

    private static Optional<Guess> first(List<SourceField> fields, Closeness closeness, Predicate<SourceField> test) {
        return fields.stream()
                .filter(test)
                .min(java.util.Comparator.comparingInt(Guess::depth))
                .map(field -> new Guess(field, closeness));
    }

    private static int depth(SourceField field) {
        return field.path().split("\\.").length;
    }

    private static boolean sameTitle(SourceField field, Schema target) {
        return !target.title().isEmpty() && field.title().equals(target.title());
    }

    private static boolean nearTitle(SourceField field, Schema target) {
        String one = field.title();
        String two = target.title();
        return one.length() >= SHORTEST_TITLE
                && two.length() >= SHORTEST_TITLE
                && (one.contains(two) || two.contains(one));
    }

    private static Optional<Guess> nearest(String name, List<SourceField> fields) {
        Map<String, SourceField> byName =
                fields.stream().collect(Collectors.toMap(SourceField::name, field -> field, (one, two) -> one));
        return Optional.ofNullable(Near.nearest(name, byName.keySet()))
                .map(near -> new Guess(Objects.requireNonNull(byName.get(near)), Closeness.NEAR_NAME));
    }
}
