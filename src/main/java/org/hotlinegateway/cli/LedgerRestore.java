package org.hotlinegateway.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.hotlinegateway.ledger.BackupRestore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger restore FILE}: while the gateway is stopped. */
@Command(
        name = "restore",
        description = "Puts an embedded ledger back from a backup and marks it as restored: nothing that peers may have"
                + " had in the lost time is sent blindly.",
        mixinStandardHelpOptions = true)
final class LedgerRestore implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(names = "--replace", description = "Set a ledger that is there aside.")
    private boolean replace;

    @Mixin
    private final RestorationOptions restoration = new RestorationOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Clock clock = Clock.systemUTC();
        int open = new BackupRestore(data.path(), data.requireKeys(), clock)
                .from(file, replace, manifest -> restoration.of(manifest.takenAt(), clock.instant()));
        spec.commandLine()
                .getOut()
                .println("restored; deliveries whose outcome is unknown now: " + open
                        + ". Start the gateway, let the peers send again, look at what is held, reconcile");
        return 0;
    }
}
