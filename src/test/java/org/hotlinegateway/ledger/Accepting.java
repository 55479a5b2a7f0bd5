package org.hotlinegateway.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** A process that accepts messages from several threads and prints each receipt it is given, until it is killed. */
final class Accepting {
    private static final int THREADS = 8;

    private Accepting() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        SqlLedger ledger = SqlLedger.open(
                LedgerSettings.at(KillTest.url(folder)),
                KillTest.cipher(Path.of(args[1])),
                Clock.systemUTC(),
                cause -> {});
        for (int thread = 0; thread < THREADS; thread++) {
            String prefix = args[2] + "-" + thread + "-";
            new Thread(() -> acceptForEver(ledger, prefix)).start();
        }
    }

    private static void acceptForEver(SqlLedger ledger, String prefix) {
        for (int i = 0; ; i++) {
            String key = prefix + i;
            Acceptance acceptance = ledger.accept(Sample.message(key, "lane " + key, "body of " + key))
                    .join();
            System.out.println(acceptance.receipt());
        }
    }
}
