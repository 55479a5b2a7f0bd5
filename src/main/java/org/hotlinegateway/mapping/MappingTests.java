package org.hotlinegateway.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the {@code tests:} of mapping files and tells which rules they reach. */
public final class MappingTests {
    private final MappingFolder folder;
    private final MappingSet set;

    /** @param mappingsDir the folder the set was loaded from; samples are read below it */
    public MappingTests(Path mappingsDir, MappingSet set) {
        this(new MappingFolder(mappingsDir), set);
    }

    MappingTests(MappingFolder folder, MappingSet set) {
        this.folder = folder;
        this.set = set;
    }

    /**
     * How one test went.
     *
     * @param place {@code file:line:column} of the test
     * @param differences path by path what was expected and what was found; empty when the test passed
     */
    public record Outcome(String mapping, String place, String test, List<String> differences) {
        public boolean passed() {
            return differences.isEmpty();
        }
    }

    /** All outcomes and coverages of a set. */
    public record Report(List<Outcome> outcomes, List<Coverage> coverages) {
        public boolean passed() {
            return outcomes.stream().allMatch(Outcome::passed);
        }

        /** Whether every test of one mapping passed. */
        public boolean passed(String mapping) {
            return outcomes.stream()
                    .filter(outcome -> outcome.mapping().equals(mapping))
                    .allMatch(Outcome::passed);
        }
    }

    /**
     * What one test converts: its sample as it stands, without the changes of {@code with:}.
     *
     * @param name of the test
     */
    public record Input(String mapping, String name, byte[] source, MappingContext context) {}

    /** What the tests convert; a sample that cannot be read is told by its test. */
    public List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        for (String name : set.names().stream().sorted().toList()) {
            Program program = set.program(name);
            for (Yaml.Dict test : program.file().tests()) {
                new MappingTest(folder, program, test, new CoverageWatch())
                        .input()
                        .ifPresent(inputs::add);
            }
        }
        return inputs;
    }

    /** Whether every test passes; stops at the first that does not. */
    boolean allPass() {
        for (String name : set.names()) {
            Program program = set.program(name);
            for (Yaml.Dict test : program.file().tests()) {
                if (!new MappingTest(folder, program, test, new CoverageWatch())
                        .run()
                        .passed()) {
                    return false;
                }
            }
        }
        return true;
    }

    public Report run() {
        List<Outcome> outcomes = new ArrayList<>();
        List<Coverage> coverages = new ArrayList<>();
        for (String name : set.names().stream().sorted().toList()) {
            Program program = set.program(name);
            CoverageWatch watch = new CoverageWatch();
            for (Yaml.Dict test : program.file().tests()) {
                outcomes.add(new MappingTest(folder, program, test, watch).run());
            }
            coverages.add(watch.of(program));
        }
        return new Report(outcomes, coverages);
    }
}
