package org.hotlinegateway.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

    /**
     * The rules of one mapping that gave a value in some test.
     *
     * @param missed {@code file:line:column target} of rules that never gave one
     */
    public record Coverage(String mapping, int rules, int reached, List<String> missed) {}

    /** All outcomes and coverages of a set. */
    public record Report(List<Outcome> outcomes, List<Coverage> coverages) {
        public boolean passed() {
            return outcomes.stream().allMatch(Outcome::passed);
        }
    }

    public Report run() {
        List<Outcome> outcomes = new ArrayList<>();
        List<Coverage> coverages = new ArrayList<>();
        for (String name : set.names().stream().sorted().toList()) {
            Program program = set.program(name);
            Set<FieldRule> reached = new LinkedHashSet<>();
            for (Yaml.Dict test : program.file().tests()) {
                outcomes.add(new MappingTest(folder, program, test, reached).run());
            }
            coverages.add(coverage(program, reached));
        }
        return new Report(outcomes, coverages);
    }

    private static Coverage coverage(Program program, Set<FieldRule> reached) {
        List<FieldRule> rules = program.rules();
        List<String> missed = rules.stream()
                .filter(rule -> !reached.contains(rule))
                .map(rule -> rule.place() + " " + rule.target())
                .toList();
        return new Coverage(program.name(), rules.size(), rules.size() - missed.size(), missed);
    }
}
