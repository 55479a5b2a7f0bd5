package org.hotlinegateway.cli;

import java.nio.file.Path;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.workbench.Findings;
import org.hotlinegateway.workbench.MutationRun;
import org.hotlinegateway.workbench.TestRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code map test}: runs the tests in mapping files, exit code 1 when one fails or too little is reached. */
@Command(name = "test", description = "Runs the tests of mapping files.", mixinStandardHelpOptions = true)
final class MapTest extends FilesCommand {
    @Option(
            names = "--min-coverage",
            paramLabel = "PERCENT",
            description = "Least share of rules and branches the tests of every file must reach.")
    private int minCoverage;

    @Option(
            names = "--min-rows",
            paramLabel = "PERCENT",
            description = "Least share of table rows the tests of every file must look up.")
    private int minRows;

    @Option(names = "--mutate", description = "Break each rule in turn; a test of the file must notice.")
    private boolean mutate;

    @Option(
            names = "--min-score",
            paramLabel = "PERCENT",
            defaultValue = "100",
            description = "With --mutate: least share the tests of every file must notice (default: 100).")
    private int minScore;

    @Override
    Findings findings(Path folder, MappingSet set) {
        Findings tests = TestRun.of(folder, set, new TestRun.Floor(minCoverage, minRows));
        return mutate ? tests.with(MutationRun.of(folder, set, minScore)) : tests;
    }
}
