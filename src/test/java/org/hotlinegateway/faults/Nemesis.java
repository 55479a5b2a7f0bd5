package org.hotlinegateway.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Puts in one fault after another, in an order drawn from the seed, until it is told to stop. */
final class Nemesis {
    private final Bed bed;
    private final Random random;
    private final List<Episode> episodes;
    private final int shortestMillis;
    private final int longestMillis;
    private final int pauseMillis;
    private volatile boolean on = true;
    private volatile Exception failure;
    private Thread thread;

    Nemesis(Bed bed, long seed, List<Episode> episodes, int shortestMillis, int longestMillis, int pauseMillis) {
        this.bed = bed;
        this.random = new Random(seed);
        this.episodes = List.copyOf(episodes);
        this.shortestMillis = shortestMillis;
        this.longestMillis = longestMillis;
        this.pauseMillis = pauseMillis;
    }

    /** Every fault of every line, and those inside one gateway on SQLite, that need no restart. */
    static List<Episode> ofOneGateway(Bed bed) {
        List<Episode> all = ofLines(bed);
        Node node = bed.node(0);
        all.add(new InnerFault("RINGS_LOST", node, "rings.drop=0.5"));
        all.add(new InnerFault("RINGS_DOUBLED", node, "rings.double=0.5"));
        all.add(new InnerFault("SLOW_COMMITS", node, "commit.millis=120"));
        all.add(new InnerFault("CLOCK_AHEAD", node, "clock.millis=20000"));
        all.add(new InnerFault("CLOCK_BACK", node, "clock.millis=-20000"));
        all.add(new LockedLedger(bed.ledgerUrl()));
        return all;
    }

    /**
     * Every fault of every line, but one: a line that doubles a request to a peer that takes a repeat as new doubles the
     * effect, and no sender can help it.
     */
    static List<Episode> ofLines(Bed bed) {
        List<Episode> all = new ArrayList<>();
        for (FaultProxy line : bed.allLines()) {
            for (LineFault fault : LineFault.values()) {
                if (fault != LineFault.NONE && (fault != LineFault.DUPLICATE || bed.knowsRepeats(line.name()))) {
                    all.add(new LineEpisode(line, fault));
                }
            }
            if (!line.name().equals("door")) {
                all.add(new DeadPeer(bed, line));
            }
        }
        return all;
    }

    Nemesis start() {
        thread = FaultProxy.start("nemesis", this::haunt);
        return this;
    }

    private void haunt() {
        List<Episode> left = new ArrayList<>();
        while (on) {
            if (left.isEmpty()) {
                left.addAll(episodes);
            }
            if (!bed.anyReady()) {
                pause(pauseMillis);
                continue;
            }
            meet(left.remove(random.nextInt(left.size())));
            pause(pauseMillis);
        }
    }

    private void meet(Episode episode) {
        try {
            episode.begin();
            pause(shortestMillis + random.nextInt(longestMillis - shortestMillis));
            bed.log().add(episode.fault(), episode.where(), episode.end());
        } catch (Exception e) {
            failure = new IllegalStateException(episode.fault() + " at " + episode.where(), e);
            on = false;
        }
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** Ends it after the fault that is on; fails when a fault could not be put in. */
    void stop() throws Exception {
        on = false;
        thread.join();
        if (failure != null) {
            throw failure;
        }
    }
}
