package org.hotlinegateway.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.hotlinegateway.ledger.Backup;
import org.hotlinegateway.ledger.BackupManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger backup FILE}: while the gateway runs. */
@Command(
        name = "backup",
        description = "Copies an embedded ledger with its mapping sets and attachments into one file, while the gateway"
                + " runs. The storage keys are not in it. For PostgreSQL use pg_dump.",
        mixinStandardHelpOptions = true)
final class LedgerBackup implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "File to make; must not exist.")
    private Path file = Path.of("");

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Data folder of the gateway (default: ${DEFAULT-VALUE}).",
            defaultValue = "./data")
    private Path dataDir = Path.of("data");

    @Mixin
    private final StorageKeys keys = new StorageKeys();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        BackupManifest made = Backup.take(
                dataDir,
                file,
                keys.ifGiven(dataDir).orElse(null),
                Clock.systemUTC().instant());
        LedgerVerify.tell(made, spec.commandLine().getOut());
        return 0;
    }
}
