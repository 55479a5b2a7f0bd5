package org.hotlinegateway.cli;

import java.util.concurrent.Callable;
import org.hotlinegateway.mapping.MappingProblems;
import org.hotlinegateway.workbench.SetDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code map diff}: exit code 0 when two sets are the same, 1 when they differ. */
@Command(
        name = "diff",
        description = "Tells in what two mapping sets differ: rules, table rows, lines.",
        mixinStandardHelpOptions = true)
final class MapDiff implements Callable<Integer> {
    @Mixin
    private final KeptSets sets = new KeptSets();

    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = "A digest of 'map history' or its beginning, live, previous, or a mappings folder.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "Likewise.")
    private String after = "";

    @Option(names = "--lines", description = "Show every changed line too.")
    private boolean lines;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try {
            SetDifference difference =
                    SetDifference.between(before, sets.files(before, spec), after, sets.files(after, spec));
            difference.lines(lines).forEach(spec.commandLine().getOut()::println);
            return difference.isNothing() ? 0 : 1;
        } catch (MappingProblems problems) {
            problems.problems().forEach(spec.commandLine().getErr()::println);
            return 2;
        }
    }
}
