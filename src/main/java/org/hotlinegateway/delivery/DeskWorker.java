package org.hotlinegateway.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.hotlinegateway.ledger.DeskBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off the selections of the desk, a step of each at a time. Several gateways may do so on one ledger: a lease says
 * whose a selection is, and another takes it over when that gateway is gone.
 */
public final class DeskWorker {
    private static final Logger LOG = LoggerFactory.getLogger(DeskWorker.class);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    private final DeskBook desk;
    private final DeskSettings settings;
    private final Clock clock;
    private final String owner;
    private Instant forgotten = Instant.EPOCH;

    /** @param owner who works, unique per process */
    public DeskWorker(DeskBook desk, DeskSettings settings, Clock clock, String owner) {
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
        this.owner = owner;
    }

    /** Does a step of every selection on which there is work. */
    public void work() {
        desk.atWork().forEach(this::step);
        forget();
    }

    /** One selection that fails must not hold up the others. */
    private void step(long selection) {
        try {
            Commit.awaited(desk.step(selection, owner, settings.lease(), settings.inFlight()));
        } catch (RuntimeException e) {
            LOG.warn("a step of selection {} failed, again soon", selection, e);
        }
    }

    private void forget() {
        Instant now = clock.instant();
        if (!now.isBefore(forgotten.plus(FORGET_EVERY))) {
            Commit.awaited(desk.forget(now.minus(settings.keepReasons())));
            forgotten = now;
        }
    }
}
