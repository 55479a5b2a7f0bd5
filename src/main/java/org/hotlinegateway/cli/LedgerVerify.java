package org.hotlinegateway.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.hotlinegateway.ledger.Backup;
import org.hotlinegateway.ledger.BackupManifest;
import org.hotlinegateway.ledger.LedgerState;
import org.hotlinegateway.vault.KeyRing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger verify [FILE]}: exit code 1 when something is wrong with it. */
@Command(
        name = "verify",
        description = "Tells whether a backup, or the ledger itself, is whole and opens with the storage keys.",
        mixinStandardHelpOptions = true)
final class LedgerVerify implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A backup; without one the ledger is looked at.")
    private @Nullable Path file;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(
            names = "--ledger",
            paramLabel = "URL",
            description = "Ledger elsewhere: jdbc:postgresql:…. User and password: GATEWAY_LEDGER_USER,"
                    + " GATEWAY_LEDGER_PASSWORD.")
    private @Nullable String url;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        @Nullable KeyRing ring = data.keysIfGiven().orElse(null);
        if (ring == null) {
            out.println("no storage keys given: whether they fit is not looked at");
        }
        return file == null ? ledger(ring, out) : backup(file, ring, out);
    }

    private int backup(Path backup, @Nullable KeyRing ring, PrintWriter out) {
        tell(Backup.verify(backup, ring), out);
        out.println("whole");
        return 0;
    }

    private int ledger(@Nullable KeyRing ring, PrintWriter out) {
        if (url == null && !Files.isRegularFile(data.path().resolve("ledger.db"))) {
            throw new IllegalArgumentException(
                    "no ledger in " + data.path() + ". Expected --data-dir DIR or --ledger URL");
        }
        LedgerState state = Backup.look(
                url == null ? "jdbc:sqlite:" + data.path().resolve("ledger.db") : url,
                System.getenv("GATEWAY_LEDGER_USER"),
                System.getenv("GATEWAY_LEDGER_PASSWORD"),
                ring);
        out.println("schema " + state.schema() + ", rows " + new TreeMap<>(state.rows()));
        out.println("storage keys needed: " + new TreeSet<>(state.keyIds()));
        state.problems().forEach(out::println);
        out.println(state.problems().isEmpty() ? "whole" : "NOT WHOLE");
        return state.problems().isEmpty() ? 0 : 1;
    }

    static void tell(BackupManifest backup, PrintWriter out) {
        out.println("taken at " + backup.takenAt() + ", schema " + backup.schema() + ", rows " + backup.rows());
        out.println("storage keys needed: " + backup.keyIds());
        for (Map.Entry<String, String> one : backup.files().entrySet()) {
            out.println(one.getValue() + "  " + one.getKey());
        }
    }
}
