package org.hotlinegateway.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.hotlinegateway.ledger.Period;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which recorded traffic to look at. */
final class TrafficOptions {
    private static final Duration LAST_WEEK = Duration.ofDays(7);

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Of recorded traffic, with offset (default: a week ago).")
    private @Nullable OffsetDateTime since;

    @Option(names = "--until", paramLabel = "TIME", description = "Of recorded traffic, exclusive (default: now).")
    private @Nullable OffsetDateTime until;

    @Option(names = "--peer", paramLabel = "PEER", description = "Only of this peer.")
    private @Nullable String peer;

    @Mixin
    private final LedgerAddress ledger = new LedgerAddress();

    LedgerAddress ledger() {
        return ledger;
    }

    Period period(Instant now) {
        return new Period(
                since == null ? now.minus(LAST_WEEK) : since.toInstant(),
                until == null ? now : until.toInstant(),
                peer);
    }
}
