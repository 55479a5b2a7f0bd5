package org.hotlinegateway.attachment;

import java.time.Clock;
import java.time.Duration;
import org.hotlinegateway.ledger.Attachments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes bytes that no row of the ledger knows: what a crash left between the file and its row. */
public final class OrphanSweep {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);

    private final FileStore store;
    private final Attachments attachments;
    private final Duration after;
    private final Clock clock;

    OrphanSweep(FileStore store, Attachments attachments, Duration after, Clock clock) {
        this.store = store;
        this.attachments = attachments;
        this.after = after;
        this.clock = clock;
    }

    /** Removes what is old enough; returns how many files. */
    public int run() {
        int removed = store.sweep(clock.instant().minus(after), attachments::knows);
        if (removed > 0) {
            LOG.info("removed {} files of attachments that no row of the ledger knows", removed);
        }
        return removed;
    }
}
