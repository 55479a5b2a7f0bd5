package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hotlinegateway.workbench.PreviewResult.Change;
import org.hotlinegateway.workbench.PreviewResult.Example;
import org.hotlinegateway.workbench.PreviewResult.Failure;

/** Counts what a preview finds; keeps a few examples of each group and no more groups than a person looks at. */
final class PreviewTally {
    private static final int EXAMPLES = 3;
    private static final int GROUPS = 1000;
    private static final String FURTHER = "…";

    private final Map<List<String>, Group<Example>> changes = new LinkedHashMap<>();
    private final Map<List<String>, Group<String>> failures = new LinkedHashMap<>();
    private final Map<List<String>, Group<String>> repairs = new LinkedHashMap<>();
    private long unchanged;
    private long changed;
    private long failing;
    private long repaired;
    private long broken;
    private long skipped;
    private long unreadable;

    /** How often, and the first few. */
    private static final class Group<T> {
        private final String text;
        private final List<T> examples = new ArrayList<>(EXAMPLES);
        private long count;

        private Group(String text) {
            this.text = text;
        }

        private void add(Supplier<T> example) {
            count++;
            if (examples.size() < EXAMPLES) {
                examples.add(example.get());
            }
        }
    }

    void unchanged() {
        unchanged++;
    }

    void changed() {
        changed++;
    }

    void failing() {
        failing++;
    }

    void repaired() {
        repaired++;
    }

    void broken() {
        broken++;
    }

    void skipped() {
        skipped++;
    }

    void unreadable() {
        unreadable++;
    }

    void change(String mapping, String field, Supplier<Example> example) {
        group(changes, List.of(mapping, field), "").add(example);
    }

    void failure(String mapping, String code, String path, String text, String message) {
        group(failures, List.of(mapping, code, path), text).add(() -> message);
    }

    void repair(String mapping, String code, String path, String text, String message) {
        group(repairs, List.of(mapping, code, path), text).add(() -> message);
    }

    private static <T> Group<T> group(Map<List<String>, Group<T>> groups, List<String> key, String text) {
        List<String> kept = key;
        if (groups.size() >= GROUPS && !groups.containsKey(key)) {
            kept = new ArrayList<>(key);
            kept.set(key.size() - 1, FURTHER);
        }
        return groups.computeIfAbsent(kept, unused -> new Group<>(text));
    }

    PreviewResult result() {
        return new PreviewResult(
                unchanged + changed + failing + repaired + broken,
                unchanged,
                changed,
                failing,
                repaired,
                broken,
                skipped,
                unreadable,
                changes.entrySet().stream()
                        .map(entry -> change(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingLong(Change::count).reversed())
                        .toList(),
                failures(failures),
                failures(repairs));
    }

    private static Change change(List<String> key, Group<Example> group) {
        return new Change(key.get(0), key.get(1), group.count, List.copyOf(group.examples));
    }

    private static List<Failure> failures(Map<List<String>, Group<String>> groups) {
        return groups.entrySet().stream()
                .map(entry -> failure(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Failure::count).reversed())
                .toList();
    }

    private static Failure failure(List<String> key, Group<String> group) {
        return new Failure(key.get(0), key.get(1), key.get(2), group.text, group.count, List.copyOf(group.examples));
    }
}
