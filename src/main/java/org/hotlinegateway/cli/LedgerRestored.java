package org.hotlinegateway.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import org.hotlinegateway.ledger.LedgerSettings;
import org.hotlinegateway.ledger.SqlLedger;
import org.hotlinegateway.vault.FieldCipher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger restored}: after a PostgreSQL was put back by its own means, before a gateway starts on it. */
@Command(
        name = "restored",
        description =
                "Marks a PostgreSQL ledger that was put back with pg_restore: nothing that peers may have had in the"
                        + " lost time is sent blindly.",
        mixinStandardHelpOptions = true)
final class LedgerRestored implements Callable<Integer> {
    @Option(
            names = "--ledger",
            required = true,
            paramLabel = "URL",
            description = "jdbc:postgresql:…. User and password: GATEWAY_LEDGER_USER, GATEWAY_LEDGER_PASSWORD.")
    private String url = "";

    @Option(
            names = "--backup-at",
            required = true,
            paramLabel = "TIME",
            description = "When the backup was taken, for example 2026-11-01T01:00:00+08:00.")
    private OffsetDateTime backupAt = OffsetDateTime.MIN;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Where gateway.keys lies, for a demo.")
    private Path dataDir = Path.of("data");

    @Mixin
    private final RestorationOptions restoration = new RestorationOptions();

    @Mixin
    private final StorageKeys keys = new StorageKeys();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Clock clock = Clock.systemUTC();
        LedgerSettings settings =
                LedgerSettings.at(url, System.getenv("GATEWAY_LEDGER_USER"), System.getenv("GATEWAY_LEDGER_PASSWORD"));
        try (SqlLedger ledger = SqlLedger.open(settings, new FieldCipher(keys.require(dataDir)), clock, cause -> {})) {
            int open = restoration.of(backupAt.toInstant(), clock.instant()).mark(ledger);
            spec.commandLine().getOut().println("marked; deliveries whose outcome is unknown now: " + open);
        }
        return 0;
    }
}
