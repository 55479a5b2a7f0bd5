package org.hotlinegateway.faults;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** Which fault a line shows now, to which share of its exchanges; counts what struck. Drawn from a seed. */
final class FaultSwitch {
    private static final int SHORTEST_MILLIS = 100;
    private static final int MORE_MILLIS = 900;

    private final Random random;
    private final Map<LineFault, Long> strikes = new EnumMap<>(LineFault.class);
    private LineFault fault = LineFault.NONE;
    private double share = 1;

    FaultSwitch(long seed) {
        this.random = new Random(seed);
    }

    /** From now on this happens to about this share of the exchanges. */
    synchronized void set(LineFault wanted, double wantedShare) {
        fault = wanted;
        share = wantedShare;
    }

    synchronized void off() {
        set(LineFault.NONE, 1);
    }

    /** What happens to the next exchange. */
    synchronized LineFault draw() {
        return fault != LineFault.NONE && random.nextDouble() < share ? fault : LineFault.NONE;
    }

    synchronized long latencyMillis() {
        return SHORTEST_MILLIS + random.nextInt(MORE_MILLIS);
    }

    synchronized byte[] noise() {
        byte[] bytes = new byte[1 + random.nextInt(400)];
        random.nextBytes(bytes);
        return bytes;
    }

    synchronized void struck(LineFault which) {
        strikes.merge(which, 1L, Long::sum);
    }

    /** How many exchanges were struck so far. */
    synchronized long strikes() {
        return strikes.values().stream().mapToLong(Long::longValue).sum();
    }
}
