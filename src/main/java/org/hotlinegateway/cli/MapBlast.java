package org.hotlinegateway.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.hotlinegateway.ledger.LedgerReader;
import org.hotlinegateway.ledger.Period;
import org.hotlinegateway.mapping.MappingProblems;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.workbench.Blast;
import org.hotlinegateway.workbench.BlastFault;
import org.hotlinegateway.workbench.BlastRadius;
import org.hotlinegateway.workbench.BlastText;
import org.hotlinegateway.workbench.BlastTraffic;
import org.hotlinegateway.workbench.RouteSteps;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code map blast}: who is affected when something changes; exit code 2 when nothing is called so. */
@Command(name = "blast", description = "Tells what a change would reach.", mixinStandardHelpOptions = true)
final class MapBlast implements Callable<Integer> {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Mixin
    private final MappingFiles files = new MappingFiles();

    @Mixin
    private final LedgerOptions ledger = new LedgerOptions();

    @Parameters(
            paramLabel = "WHAT",
            description = "tables/x.csv, tables/x.csv#column=value, a mapping, a schema, a field or a route.")
    private String what = "";

    @Option(names = "--routes", paramLabel = "DIR", description = "Folder of routes (default: beside the mappings).")
    private @Nullable Path routes;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "7",
            description = "Recorded traffic of so many days (7).")
    private int days = 7;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Stop counting after so many messages (100000).")
    private int most = 100_000;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text (default) or json.")
    private Form form = Form.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private enum Form {
        TEXT,
        JSON
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Path folder = files.folder(List.of());
            MappingSet set = MappingSet.load(folder);
            Blast blast = new BlastRadius(set, RouteSteps.read(routesBeside(folder))).of(what);
            print(ledger.given() ? counted(blast, set) : blast, out);
            return 0;
        } catch (MappingProblems problems) {
            problems.problems().forEach(out::println);
            return 1;
        } catch (BlastFault fault) {
            spec.commandLine().getErr().println(fault.getMessage());
            return 2;
        }
    }

    private Path routesBeside(Path folder) {
        if (routes != null) {
            return routes;
        }
        Path beside = folder.toAbsolutePath().resolveSibling("routes");
        return Files.isDirectory(beside) ? beside : Path.of("routes");
    }

    private Blast counted(Blast blast, MappingSet set) {
        Instant now = Instant.now();
        try (LedgerReader reader = ledger.open()) {
            Period period = new Period(now.minus(Duration.ofDays(days)), now, null);
            return new BlastTraffic(reader, set, most).counted(blast, period);
        }
    }

    private void print(Blast blast, PrintWriter out) {
        if (form == Form.JSON) {
            out.println(JSON.writeValueAsString(blast));
        } else {
            BlastText.lines(blast).forEach(out::println);
        }
    }
}
