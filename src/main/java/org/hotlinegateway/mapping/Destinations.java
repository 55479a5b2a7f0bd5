package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.mapping.Explanation.Fate;
import org.hotlinegateway.mapping.Explanation.Field;
import org.hotlinegateway.mapping.Explanation.SourceField;
import org.jspecify.annotations.Nullable;

/** The other way round: where each field of a source message went. */
final class Destinations {
    private final Program program;
    private final Map<String, List<String>> targets = new LinkedHashMap<>();

    private Destinations(Program program, List<Field> fields) {
        this.program = program;
        for (Field field : fields) {
            if (field.value() != null) {
                field.sources()
                        .forEach(source -> targets.computeIfAbsent(source, unused -> new ArrayList<>())
                                .add(field.target()));
            }
        }
    }

    static List<SourceField> of(Program program, SourceTree tree, List<Field> fields) {
        Destinations destinations = new Destinations(program, fields);
        List<SourceField> sources = new ArrayList<>();
        tree.leaves().forEach((path, value) -> {
            if (!Value.isMissing(value)) {
                sources.add(destinations.of(path, value));
            }
        });
        return List.copyOf(sources);
    }

    private SourceField of(String path, Value value) {
        List<String> reached = reached(path);
        Fate fate = reached.isEmpty() ? unmoved(path) : Fate.MOVED;
        return new SourceField(path, Leaves.json(value), fate, reached);
    }

    /** Targets that read the field, or an object or array around it as one value. */
    private List<String> reached(String path) {
        List<String> reached = new ArrayList<>(targets.getOrDefault(path, List.of()));
        for (int end = path.length() - 1; end > 0; end--) {
            if (path.charAt(end) == '.' || path.charAt(end) == '[') {
                reached.addAll(targets.getOrDefault(path.substring(0, end), List.of()));
            }
        }
        return List.copyOf(reached);
    }

    /** What is nearest to the field decides: a name under {@code unmapped}, or a reading. */
    private Fate unmoved(String path) {
        Fate fate = Fate.UNREAD;
        StringBuilder walked = new StringBuilder();
        ReadPaths at = program.reads();
        String[] names = path.replaceAll("\\[\\d+]", "").split("\\.");
        for (int i = 0; i < names.length; i++) {
            walked.append(i == 0 ? "" : ".").append(names[i]);
            at = at == null ? null : at.at(names[i]);
            if (program.file().leftOut().contains(walked.toString())) {
                fate = Fate.LEFT_OUT;
            } else if (reads(at, i == names.length - 1)) {
                fate = Fate.LOOKED_AT;
            }
        }
        return fate;
    }

    private static boolean reads(@Nullable ReadPaths at, boolean leaf) {
        return at != null && (at.isWhole() || leaf && at.isTouched());
    }
}
