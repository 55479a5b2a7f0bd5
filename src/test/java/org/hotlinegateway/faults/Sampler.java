package org.hotlinegateway.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Writes down the ledger's balance again and again, and lets a person decide what is held. */
final class Sampler implements AutoCloseable {
    private static final Duration OFTEN = Duration.ofMillis(1_500);

    private final Bed bed;
    private final long every;
    private final Thread thread;
    private volatile boolean on = true;

    Sampler(Bed bed) {
        this(bed, OFTEN);
    }

    Sampler(Bed bed, Duration every) {
        this.bed = bed;
        this.every = every.toNanos();
        this.thread = FaultProxy.start("sampler", this::sample);
    }

    private void sample() {
        try (LedgerExport ledger = bed.ledger();
                HistoryFile samples = new HistoryFile(bed.histories().samples())) {
            while (on) {
                samples.add((Object[]) (System.currentTimeMillis() + "\t" + ledger.sample()).split("\t", -1));
                bed.operator().decideHeld();
                LockSupport.parkNanos(every);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        on = false;
        thread.join();
    }
}
