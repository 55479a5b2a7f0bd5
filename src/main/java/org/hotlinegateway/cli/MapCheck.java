package org.hotlinegateway.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hotlinegateway.mapping.MappingProblem;
import org.hotlinegateway.mapping.MappingProblems;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.SampleCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code map check}: every problem of every file, exit code 1 when one is an error. */
@Command(name = "check", description = "Tells every problem of mapping files.", mixinStandardHelpOptions = true)
final class MapCheck implements Callable<Integer> {
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
            MappingSet set = files.load(chosen);
            List<MappingProblem> warnings = new ArrayList<>(set.warnings());
            warnings.addAll(new SampleCheck(files.folder(chosen), set).warnings());
            warnings.forEach(out::println);
            out.println(set.names().size() + " mapping(s) checked, " + warnings.size() + " warning(s), set "
                    + set.digest().substring(0, 12));
            return 0;
        } catch (MappingProblems problems) {
            problems.problems().forEach(out::println);
            long errors =
                    problems.problems().stream().filter(MappingProblem::isError).count();
            out.println(errors + " error(s)");
            return 1;
        }
    }
}
