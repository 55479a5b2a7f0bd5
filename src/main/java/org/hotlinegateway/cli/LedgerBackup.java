package org.hotlinegateway.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.hotlinegateway.ledger.Backup;
import org.hotlinegateway.ledger.BackupManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private final DataFolder data = new DataFolder();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        BackupManifest made = Backup.take(
                data.path(),
                file,
                data.keysIfGiven().orElse(null),
                Clock.systemUTC().instant());
        LedgerVerify.tell(made, spec.commandLine().getOut());
        return 0;
    }
}
