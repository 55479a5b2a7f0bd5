package org.hotlinegateway.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hotlinegateway.mapping.MappingProblems;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.workbench.InterfaceMarkdown;
import org.hotlinegateway.workbench.InterfaceTable;
import org.hotlinegateway.workbench.InterfaceTables;
import org.hotlinegateway.workbench.InterfaceWorkbook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code map doc}: the interface table of each mapping, as two authorities sign it. */
@Command(name = "doc", description = "Writes interface tables.", mixinStandardHelpOptions = true)
final class MapDoc implements Callable<Integer> {
    @Mixin
    private final MappingFiles files = new MappingFiles();

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Mapping files, or folders of them (default: all).")
    private final List<Path> chosen = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for one document per mapping.")
    private @Nullable Path out;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "md", description = "md (default) or xlsx.")
    private Form form = Form.MD;

    @Option(names = "--at", paramLabel = "TIME", description = "Date of the documents, with offset (default: now).")
    private @Nullable OffsetDateTime at;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What the documents are written as. */
    private enum Form {
        MD,
        XLSX
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter printed = spec.commandLine().getOut();
        if (form == Form.XLSX && out == null) {
            throw new ParameterException(spec.commandLine(), "--format xlsx needs --out DIR");
        }
        try {
            MappingSet set = files.load(chosen);
            InstantSource clock = at == null ? Clock.systemUTC() : InstantSource.fixed(at.toInstant());
            InterfaceTables tables = new InterfaceTables(set, clock);
            for (String name : set.names().stream().sorted().toList()) {
                write(tables.of(name), printed);
            }
            return 0;
        } catch (MappingProblems problems) {
            problems.problems().forEach(printed::println);
            return 1;
        }
    }

    private void write(InterfaceTable table, PrintWriter printed) throws IOException {
        if (out == null) {
            printed.print(InterfaceMarkdown.of(table));
            printed.flush();
            return;
        }
        Path file = out.resolve(table.mapping() + "." + form.name().toLowerCase(java.util.Locale.ROOT));
        Files.createDirectories(out);
        Files.write(file, bytes(table));
        printed.println(file);
    }

    private byte[] bytes(InterfaceTable table) {
        return form == Form.XLSX
                ? InterfaceWorkbook.of(table)
                : InterfaceMarkdown.of(table).getBytes(StandardCharsets.UTF_8);
    }
}
