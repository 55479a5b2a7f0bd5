package org.hotlinegateway.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.hotlinegateway.mapping.MappingProblems;
import org.hotlinegateway.workbench.MadeTest;
import org.hotlinegateway.workbench.TestMaker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code map make-test}: masks a message, keeps what comes out, adds a test to the mapping file. */
@Command(
        name = "make-test",
        description = "Makes a test of a mapping file from a message, personal data replaced.",
        mixinStandardHelpOptions = true)
final class MapMakeTest implements Callable<Integer> {
    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "What the test shows.")
    private String name = "";

    @Option(names = "--print", description = "Show the test and the sample, write nothing.")
    private boolean printOnly;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            MadeTest made =
                    new TestMaker(options.folder()).of(options.file(), options.message(), options.context(), name);
            if (!printOnly) {
                made.write(options.folder());
            }
            made.files().keySet().forEach(file -> out.println((printOnly ? "would write " : "wrote ") + file));
            out.print(made.text());
            out.flush();
            made.notes().forEach(note -> spec.commandLine().getErr().println("note: " + note));
            return 0;
        } catch (MappingProblems problems) {
            problems.problems().forEach(out::println);
            return 1;
        }
    }
}
