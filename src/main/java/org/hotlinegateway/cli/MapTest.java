package org.hotlinegateway.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hotlinegateway.mapping.MappingProblems;
import org.hotlinegateway.mapping.MappingTests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code map test}: runs the tests in mapping files, exit code 1 when one fails. */
@Command(name = "test", description = "Runs the tests of mapping files.", mixinStandardHelpOptions = true)
final class MapTest implements Callable<Integer> {
    @Mixin
    private final MappingFiles files = new MappingFiles();

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Mapping files (default: all).")
    private final List<Path> chosen = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            MappingTests.Report report = new MappingTests(files.folder(chosen), files.load(chosen)).run();
            report.outcomes().forEach(outcome -> print(outcome, out));
            report.coverages().forEach(coverage -> print(coverage, out));
            long passed = report.outcomes().stream()
                    .filter(MappingTests.Outcome::passed)
                    .count();
            out.println(passed + " of " + report.outcomes().size() + " test(s) passed");
            return report.passed() ? 0 : 1;
        } catch (MappingProblems problems) {
            problems.problems().forEach(out::println);
            return 1;
        }
    }

    private static void print(MappingTests.Outcome outcome, PrintWriter out) {
        if (!outcome.passed()) {
            out.println(outcome.place() + ": test '" + outcome.test() + "' failed");
            outcome.differences().forEach(difference -> out.println("  " + difference));
        }
    }

    private static void print(MappingTests.Coverage coverage, PrintWriter out) {
        out.println(coverage.mapping() + ": tests reach " + coverage.reached() + " of " + coverage.rules() + " rules");
        coverage.missed().forEach(rule -> out.println("  not reached: " + rule));
    }
}
