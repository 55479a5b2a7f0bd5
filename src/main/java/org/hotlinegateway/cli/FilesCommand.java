package org.hotlinegateway.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hotlinegateway.mapping.MappingProblems;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.workbench.Findings;
import org.hotlinegateway.workbench.FindingsFormat;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A sub-command that looks at mapping files and tells what it finds; exit code 1 when that is a failure. */
abstract class FilesCommand implements Callable<Integer> {
    @Mixin
    private final MappingFiles files = new MappingFiles();

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Mapping files, or folders of them (default: all).")
    private final List<Path> chosen = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, json or sarif (default: text).",
            defaultValue = "text")
    private FindingsFormat format = FindingsFormat.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public final Integer call() {
        Path folder = files.folder(chosen);
        Findings findings = findings(folder);
        spec.commandLine().getOut().println(format.print(findings, shown(folder)));
        return findings.failed() ? 1 : 0;
    }

    private Findings findings(Path folder) {
        try {
            return findings(folder, files.load(chosen));
        } catch (MappingProblems problems) {
            return Findings.of(problems);
        }
    }

    /** What there is to tell of a set without errors. */
    abstract Findings findings(Path folder, MappingSet set);

    /** The folder as seen from here, so that a code host finds the files. */
    private static String shown(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = folder.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
    }
}
