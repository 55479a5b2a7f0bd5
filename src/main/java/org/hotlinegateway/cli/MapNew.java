package org.hotlinegateway.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hotlinegateway.workbench.Skeleton;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code map new}: begins a mapping file, its sample and its test. */
@Command(name = "new", description = "Begins a mapping file between two schemas.", mixinStandardHelpOptions = true)
final class MapNew implements Callable<Integer> {
    @Mixin
    private final MappingFiles files = new MappingFiles();

    @Parameters(paramLabel = "NAME", description = "Name of the mapping.")
    private String name = "";

    @Option(names = "--from", required = true, paramLabel = "SCHEMA", description = "Source schema, e.g. delivery.")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "SCHEMA", description = "Target schema.")
    private String to = "";

    @Option(names = "--peer", paramLabel = "PEER", description = "Folder of the file (default: the mappings folder).")
    private @Nullable String peer;

    @Option(names = "--source-format", paramLabel = "FORMAT", defaultValue = "json", description = "json, xml or form.")
    private String sourceFormat = "json";

    @Option(names = "--target-format", paramLabel = "FORMAT", defaultValue = "json", description = "json, xml or form.")
    private String targetFormat = "json";

    @Option(names = "--root", paramLabel = "NAME", defaultValue = "root", description = "Root element, for XML.")
    private String root = "root";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Path folder = files.folder(List.of());
        Skeleton skeleton = new Skeleton(folder);
        Skeleton.Begun begun =
                skeleton.begin(new Skeleton.Wish(name, from, to, peer, sourceFormat, targetFormat, root));
        skeleton.write(begun);
        begun.files().keySet().forEach(file -> spec.commandLine().getOut().println(folder.resolve(file)));
        spec.commandLine().getOut().println(begun.guesses() + " rule(s) guessed, " + begun.toFill() + " to fill in");
        return 0;
    }
}
