package org.hotlinegateway.workbench;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotlinegateway.mapping.Explanation;
import org.hotlinegateway.mapping.FieldError;
import org.hotlinegateway.mapping.MappingContext;
import org.hotlinegateway.mapping.MappingFailure;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.TargetFields;
import org.hotlinegateway.workbench.PreviewResult.Example;
import org.jspecify.annotations.Nullable;

/** Converts messages by two mapping sets and counts what comes out otherwise. */
final class Comparison {
    private static final String NO_MAPPING = "NO_MAPPING";

    private final PreviewTally tally = new PreviewTally();

    /**
     * A message to convert by both.
     *
     * @param name how an example is called
     */
    record Subject(String name, String mapping, byte[] source, MappingContext context) {}

    /** The message, or why there is none. */
    private record Outcome(byte[] message, List<FieldError> errors) {
        static Outcome of(MappingSet set, Subject subject) {
            try {
                byte[] message = set.mapping(subject.mapping())
                        .apply(subject.source(), subject.context())
                        .bytes();
                return new Outcome(message, List.of());
            } catch (MappingFailure failure) {
                return new Outcome(failure.partial(), failure.errors());
            }
        }

        boolean failed() {
            return !errors.isEmpty();
        }
    }

    PreviewResult result() {
        return tally.result();
    }

    /** One that was recorded and cannot be read any more. */
    void addUnreadable() {
        tally.unreadable();
    }

    /** @param before the baseline; null when it is not kept */
    void add(@Nullable MappingSet before, MappingSet after, Subject subject) {
        if (before == null || !before.names().contains(subject.mapping())) {
            tally.skipped();
            return;
        }
        Outcome old = Outcome.of(before, subject);
        if (!after.names().contains(subject.mapping())) {
            withoutMapping(old, subject);
            return;
        }
        Outcome made = Outcome.of(after, subject);
        if (old.failed() || made.failed()) {
            judgeFailures(old, made, subject);
        } else if (Arrays.equals(old.message(), made.message())) {
            tally.unchanged();
        } else {
            tally.changed();
            changes(before, after, old, made, subject);
        }
    }

    private void withoutMapping(Outcome old, Subject subject) {
        if (old.failed()) {
            tally.broken();
            return;
        }
        tally.failing();
        tally.failure(subject.mapping(), NO_MAPPING, "", "the candidate has no mapping of that name", subject.name());
    }

    private void judgeFailures(Outcome old, Outcome made, Subject subject) {
        if (old.failed() && made.failed()) {
            tally.broken();
        } else if (made.failed()) {
            tally.failing();
            made.errors()
                    .forEach(error -> tally.failure(
                            subject.mapping(),
                            error.code().name(),
                            plain(error.target()),
                            error.message(),
                            subject.name()));
        } else {
            tally.repaired();
            old.errors()
                    .forEach(error -> tally.repair(
                            subject.mapping(),
                            error.code().name(),
                            plain(error.target()),
                            error.message(),
                            subject.name()));
        }
    }

    private void changes(MappingSet before, MappingSet after, Outcome old, Outcome made, Subject subject) {
        Map<String, String> were = TargetFields.of(before, subject.mapping(), old.message());
        Map<String, String> are = TargetFields.of(after, subject.mapping(), made.message());
        Set<String> paths = new LinkedHashSet<>(were.keySet());
        paths.addAll(are.keySet());
        paths.removeIf(path -> java.util.Objects.equals(were.get(path), are.get(path)));
        Set<String> told = new LinkedHashSet<>();
        for (String path : paths) {
            if (told.add(plain(path))) {
                tally.change(subject.mapping(), plain(path), () -> example(before, after, subject, path));
            }
        }
        if (paths.isEmpty()) {
            tally.change(subject.mapping(), "", () -> new Example(subject.name(), "", "", ""));
        }
    }

    private static Example example(MappingSet before, MappingSet after, Subject subject, String path) {
        return new Example(subject.name(), path, shown(before, subject, path), shown(after, subject, path));
    }

    private static String shown(MappingSet set, Subject subject, String path) {
        Explanation explanation = Explanation.of(set, subject.mapping(), subject.source(), subject.context());
        Optional<Explanation.Field> origin = explanation.originOf(path);
        return origin.map(Shown::target).orElse("");
    }

    private static String plain(String path) {
        return path.replaceAll("\\[\\d+]", "[]");
    }
}
