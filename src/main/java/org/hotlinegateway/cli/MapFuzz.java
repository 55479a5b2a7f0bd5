package org.hotlinegateway.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.hotlinegateway.mapping.MappingProblems;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.workbench.Fuzz;
import org.hotlinegateway.workbench.FuzzReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code map fuzz}: tries the laws of mappings with made-up messages, exit code 1 when one is broken. */
@Command(
        name = "fuzz",
        description = "Tries mappings with made-up messages: nothing unforeseen, target obeyed, round trips.",
        mixinStandardHelpOptions = true)
final class MapFuzz implements Callable<Integer> {
    @Mixin
    private final MappingFiles files = new MappingFiles();

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Mapping files, or folders of them (default: all).")
    private final List<Path> chosen = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "NUMBER", description = "The same seed makes the same messages.")
    private @Nullable Long seed;

    @Option(names = "--tries", paramLabel = "NUMBER", description = "Messages for each mapping (default: 1000).")
    private int tries = 1000;

    @Option(names = "--save", paramLabel = "FILE", description = "Where the first message that breaks a law is kept.")
    private @Nullable Path save;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            MappingSet set = files.load(chosen);
            long used = seed == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : seed;
            out.println("seed " + used);
            return tried(new Fuzz(files.folder(chosen), set), set, used) ? 0 : 1;
        } catch (MappingProblems problems) {
            problems.problems().forEach(out::println);
            return 1;
        }
    }

    private boolean tried(Fuzz fuzz, MappingSet set, long used) throws IOException {
        boolean holds = true;
        for (String name : set.names().stream().sorted().toList()) {
            FuzzReport report = fuzz.run(name, used, tries);
            spec.commandLine().getOut().println(report);
            if (holds && save != null && report.broken().isPresent()) {
                Files.write(save, report.broken().get().message());
            }
            holds &= report.broken().isEmpty();
        }
        return holds;
    }
}
