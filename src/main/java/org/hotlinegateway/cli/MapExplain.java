package org.hotlinegateway.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.hotlinegateway.mapping.Explanation;
import org.hotlinegateway.mapping.MappingProblems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code map explain}: for every target field its rule, its source paths and what was applied. */
@Command(name = "explain", description = "Tells which rule made which field.", mixinStandardHelpOptions = true)
final class MapExplain implements Callable<Integer> {
    @Mixin
    private final RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Explanation explanation =
                    Explanation.of(options.load(), options.name(), options.message(), options.context());
            explanation.fields().forEach(field -> out.println(field));
            explanation.errors().forEach(error -> out.println("error: " + MapRun.line(error)));
            return explanation.errors().isEmpty() ? 0 : 2;
        } catch (MappingProblems problems) {
            problems.problems().forEach(out::println);
            return 1;
        }
    }
}
