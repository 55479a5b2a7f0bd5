package org.hotlinegateway.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.hotlinegateway.ledger.Restoration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a restored ledger must be told, because nobody can read it from the backup. */
final class RestorationOptions {
    @Option(
            names = "--lost-until",
            paramLabel = "TIME",
            description = "When the gateway last took a message before the ledger was lost, for example"
                    + " 2026-11-01T09:00:00+08:00 (default: now). What happened before it and arrives again waits for a"
                    + " person.")
    private @Nullable OffsetDateTime lostUntil;

    @Option(
            names = "--feed",
            paramLabel = "PEER=NUMBER",
            description = "The last number that a peer with a gap-free sequence has, as the peer says.")
    private Map<String, Long> feeds = new HashMap<>();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept in the ledger.")
    private String reason = "";

    Restoration of(Instant backupAt, Instant now) {
        return new Restoration(backupAt, lostUntil == null ? now : lostUntil.toInstant(), feeds, reason);
    }
}
