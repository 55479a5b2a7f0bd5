package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs the tests of mapping sets and remembers what passed: a program that is taken over from set to set is tested again
 * only when a sample of its tests changes. For one thread.
 */
final class TestsPassed {
    private Map<Program, Map<String, byte[]>> samplesOf = new IdentityHashMap<>();

    /** The failed tests of a set as problems at the place of each test; values of samples are not repeated. */
    List<MappingProblem> failed(MappingSet set, Map<String, byte[]> files) {
        MappingFolder folder = MappingFolder.of(files);
        Map<Program, Map<String, byte[]>> passed = new IdentityHashMap<>();
        List<MappingProblem> failed = new ArrayList<>();
        for (String name : set.names().stream().sorted().toList()) {
            Program program = set.program(name);
            Map<String, byte[]> before = samplesOf.get(program);
            if (before != null && folder.holds(before)) {
                passed.put(program, before);
                continue;
            }
            List<MappingProblem> failedNow = failed(program, folder);
            failed.addAll(failedNow);
            if (failedNow.isEmpty()) {
                passed.put(program, samples(program, folder));
            }
        }
        samplesOf = passed;
        return failed;
    }

    private static List<MappingProblem> failed(Program program, MappingFolder folder) {
        return program.file().tests().stream()
                .map(test -> new MappingTest(folder, program, test, new CoverageWatch()).run())
                .filter(outcome -> !outcome.passed())
                .map(TestsPassed::problem)
                .toList();
    }

    private static Map<String, byte[]> samples(Program program, MappingFolder folder) {
        Map<String, byte[]> samples = new TreeMap<>();
        program.file().tests().stream()
                .flatMap(test -> MappingTest.files(test).stream())
                .forEach(name -> samples.put(name, folder.aside(name)));
        return samples;
    }

    private static MappingProblem problem(MappingTests.Outcome outcome) {
        String[] place = outcome.place().split(":");
        int last = place.length - 1;
        List<String> paths = outcome.differences().stream()
                .map(difference -> difference.split(": ", 2)[0])
                .distinct()
                .toList();
        return new MappingProblem(
                place[0],
                Integer.parseInt(place[last - 1]),
                Integer.parseInt(place[last]),
                MappingProblem.Severity.ERROR,
                "test-failed",
                "test '" + outcome.test() + "' failed at " + String.join(", ", paths)
                        + ". 'map test' shows the values");
    }
}
