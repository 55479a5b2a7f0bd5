package org.hotlinegateway.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hotlinegateway.workbench.SheetFault;
import org.hotlinegateway.workbench.TableImport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code map import-table}: exit code 1 when a mapping would break, 2 when the workbook cannot be taken. */
@Command(
        name = "import-table",
        description = "Shows how a spreadsheet would change a code table; writes it with --apply.",
        mixinStandardHelpOptions = true)
final class MapImportTable implements Callable<Integer> {
    @Mixin
    private final MappingFiles files = new MappingFiles();

    @Parameters(index = "0", paramLabel = "FILE.xlsx", description = "Workbook to read.")
    private Path workbook = Path.of("");

    @Parameters(index = "1", paramLabel = "TABLE.csv", description = "Code table below the mappings folder.")
    private Path table = Path.of("");

    @Option(
            names = "--sheet",
            paramLabel = "NAME",
            description = "Sheet (default: called like the table, or the only one).")
    private @Nullable String sheet;

    @Option(names = "--apply", description = "Write the table.")
    private boolean apply;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = files.folder(List.of(table));
        TableImport tables = new TableImport(folder);
        try {
            TableImport.Proposal proposal = tables.propose(workbook, sheet, MappingFiles.name(folder, table));
            proposal.difference().lines().forEach(out::println);
            proposal.problems().forEach(out::println);
            out.println(outcome(tables, proposal));
            return proposal.breaks() ? 1 : 0;
        } catch (SheetFault fault) {
            spec.commandLine().getErr().println(fault.getMessage());
            return 2;
        }
    }

    private String outcome(TableImport tables, TableImport.Proposal proposal) {
        if (proposal.breaks()) {
            return "nothing written: the mappings above would break";
        }
        if (proposal.difference().isNothing()) {
            return "nothing to write";
        }
        if (!apply) {
            return "nothing written: add --apply to write";
        }
        tables.apply(proposal);
        return "written";
    }
}
