package org.hotlinegateway.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotlinegateway.mapping.FieldError;
import org.hotlinegateway.mapping.MappingFailure;

/** Counts what a dry run finds. */
final class DryRunTally {
    private static final int EXAMPLES = 5;

    private final Map<Key, Counted> failures = new LinkedHashMap<>();
    private long succeeded;
    private long failing;
    private long notTried;

    private record Key(String mapping, String code, String field) {}

    private static final class Counted {
        private final String message;
        private final List<String> examples = new ArrayList<>();
        private long count;

        private Counted(String message) {
            this.message = message;
        }

        private void add(String member) {
            count++;
            if (examples.size() < EXAMPLES) {
                examples.add(member);
            }
        }
    }

    void succeeded() {
        succeeded++;
    }

    void notTried() {
        notTried++;
    }

    /** The live set has no such mapping. */
    void failing(String member, String mapping) {
        failing++;
        count(member, new Key(mapping, "NO_MAPPING", ""), "the live set has no mapping of that name");
    }

    void failing(String member, String mapping, MappingFailure failure) {
        failing++;
        Set<Key> told = new HashSet<>();
        for (FieldError error : failure.errors()) {
            Key key = new Key(mapping, error.code().name(), error.target().replaceAll("\\[\\d+]", "[]"));
            if (told.add(key)) {
                count(member, key, error.message());
            }
        }
    }

    private void count(String member, Key key, String message) {
        failures.computeIfAbsent(key, first -> new Counted(message)).add(member);
    }

    DryRun result(long selection, String digest, Instant at) {
        List<DryRun.Failure> all = failures.entrySet().stream()
                .map(entry -> failure(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(DryRun.Failure::count).reversed())
                .toList();
        return new DryRun(selection, digest, at, succeeded + failing + notTried, succeeded, failing, notTried, all);
    }

    private static DryRun.Failure failure(Key key, Counted counted) {
        return new DryRun.Failure(
                key.mapping(), key.code(), key.field(), counted.message, counted.count, List.copyOf(counted.examples));
    }
}
