package org.hotlinegateway.faults;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * How many cases of the legacy hotline go through, end to end, while the modern hotline is well, and while it swallows
 * everything and one legacy case fails for ever. Both are measured by turns in one run, and each as often first, so that a
 * machine which is slow or busy, and a gateway that still gets faster, are so for both.
 */
final class Isolation {
    private static final int HANDS = 16;
    private static final int TURNS = 4;
    private static final long MODERN_EVERY = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(2);

    private final Bed bed;
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicLong arrived = new AtomicLong();
    private volatile boolean on = true;

    Isolation(Bed bed) {
        this.bed = bed;
    }

    /** Cases a second while all is well, and while it is not. */
    record Measured(double well, double ill) {
        double ratio() {
            return ill / well;
        }
    }

    Measured measure(int seconds) throws InterruptedException {
        ExecutorService hands = Executors.newFixedThreadPool(HANDS + 1);
        try {
            hands.execute(this::modern);
            for (int hand = 0; hand < HANDS; hand++) {
                hands.execute(this::legacy);
            }
            during(seconds);
            ill(seconds);
            double well = 0;
            double ill = 0;
            for (int turn = 0; turn < TURNS; turn++) {
                if (turn % 2 == 0) {
                    well += during(seconds);
                    ill += ill(seconds);
                } else {
                    ill += ill(seconds);
                    well += during(seconds);
                }
            }
            return new Measured(well / TURNS, ill / TURNS);
        } finally {
            on = false;
            hands.shutdown();
            hands.awaitTermination(30, TimeUnit.SECONDS);
        }
    }

    private double ill(int seconds) {
        begin();
        double ill = during(seconds);
        end();
        return ill;
    }

    private void begin() {
        WindowMessage cursed = WindowMessage.of("i", 2 * numbers.incrementAndGet(), 1);
        bed.oracle().memory().curse(cursed.caseNo());
        bed.sender().sendUntilAcknowledged(cursed, Manner.CAREFUL);
        bed.line("hotline").faults().set(LineFault.BLACKHOLE, 1);
    }

    private void end() {
        bed.line("hotline").faults().off();
        bed.log().add("PEER_SILENT", "hotline", bed.line("hotline").faults().strikes());
        bed.log().add("CASE_CURSED", "hotline-legacy", bed.oracle().memory().blessAll());
    }

    private double during(int seconds) {
        long before = arrived.get();
        long begin = System.nanoTime();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
        return (arrived.get() - before) * 1e9 / (System.nanoTime() - begin);
    }

    /** A case to the modern hotline now and then, whatever becomes of it. */
    private void modern() {
        while (on) {
            bed.sender()
                    .sendUntilAcknowledged(WindowMessage.of("i", 2 * numbers.incrementAndGet() + 1, 1), Manner.CAREFUL);
            LockSupport.parkNanos(MODERN_EVERY);
        }
    }

    /** A case to the legacy hotline, and the next when its order is made. */
    private void legacy() {
        while (on) {
            WindowMessage message = WindowMessage.of("i", 2 * numbers.incrementAndGet(), 1);
            bed.sender().sendUntilAcknowledged(message, Manner.CAREFUL);
            while (on && !bed.oracle().memory().knows("hotline-legacy", message.caseNo() + "/order")) {
                LockSupport.parkNanos(LOOK_EVERY);
            }
            arrived.incrementAndGet();
        }
    }
}
