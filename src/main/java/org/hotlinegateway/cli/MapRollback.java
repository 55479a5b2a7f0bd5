package org.hotlinegateway.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hotlinegateway.ledger.Publication;
import org.hotlinegateway.workbench.OfflinePublication;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code map rollback}: exit code 1 when the gateway refuses or does not answer. */
@Command(
        name = "rollback",
        description = "Makes an earlier mapping set the live one, at a running gateway or, with --offline, on disk.",
        mixinStandardHelpOptions = true)
final class MapRollback implements Callable<Integer> {
    @Mixin
    private final KeptSets sets = new KeptSets();

    @Mixin
    private final StaffLine staff = new StaffLine();

    @Parameters(
            arity = "0..1",
            paramLabel = "DIGEST",
            description = "A digest of 'map history' or its beginning (default: the set before the live one).")
    private @Nullable String digest;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept in the history.")
    private String reason = "";

    @Option(names = "--offline", description = "The gateway is stopped: act on its ledger.")
    private boolean offline;

    @Option(
            names = "--ledger-url",
            paramLabel = "JDBC",
            description = "Ledger (default: ledger.db in the data folder).")
    private @Nullable String ledgerUrl;

    @Option(
            names = "--ledger-user",
            paramLabel = "NAME",
            description = "Its user; GATEWAY_LEDGER_PASSWORD has the password.")
    private @Nullable String ledgerUser;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return offline ? onDisk() : atTheGateway();
    }

    private int onDisk() {
        String wanted = sets.digest(digest == null ? "previous" : digest, spec);
        OfflinePublication ledger =
                new OfflinePublication(sets.data(), ledgerUrl, ledgerUser, System.getenv("GATEWAY_LEDGER_PASSWORD"));
        Publication published = ledger.rollback(wanted, staff.user(), reason);
        spec.commandLine()
                .getOut()
                .println("mapping set " + published.digest() + " is publication " + published.number()
                        + ": a gateway whose files are unchanged starts with it");
        return 0;
    }

    private int atTheGateway() {
        Map<String, String> wanted = new HashMap<>(Map.of("reason", reason));
        if (digest != null) {
            wanted.put("digest", digest);
        }
        Optional<StaffLine.Said> said = staff.post("/mappings/rollback", wanted);
        if (said.filter(StaffLine.Said::done).isPresent()) {
            spec.commandLine()
                    .getOut()
                    .println("mapping set " + said.get().body().path("digest").asString("") + " is live");
            return 0;
        }
        spec.commandLine()
                .getErr()
                .println(said.map(StaffLine.Said::problem)
                        .orElse("no gateway answers at " + staff.url() + ". When it is stopped, add --offline"));
        return 1;
    }
}
