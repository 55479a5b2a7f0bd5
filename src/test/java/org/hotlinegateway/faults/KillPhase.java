package org.hotlinegateway.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A gateway under load on lines that fail: halted at every crash point, and killed at random moments, some of them while
 * it starts and recovers. It is started again each time, and the load goes on.
 */
final class KillPhase {
    private static final Map<CrashPoint, Integer> LONGEST = new EnumMap<>(Map.of(
            CrashPoint.IN_THE_SWEEP, 4,
            CrashPoint.DURING_PUBLISH, 1,
            CrashPoint.AFTER_RING, 60));
    private static final int USUAL = 300;
    private static final int LONGEST_LIFE_MILLIS = 4_000;
    private static final int LONGEST_START_MILLIS = 8_000;

    private final Bed bed;
    private final Random random;

    KillPhase(Bed bed, long seed) {
        this.bed = bed;
        this.random = new Random(seed);
    }

    /** Halts at each of the points once, then kills so often; the gateway runs at the end. */
    void run(List<CrashPoint> points, int kills) throws IOException {
        kill();
        for (CrashPoint point : points) {
            halt(point);
        }
        for (int kill = 1; kill <= kills; kill++) {
            if (random.nextBoolean()) {
                bed.node(0).start();
                live(200 + random.nextInt(LONGEST_LIFE_MILLIS));
            } else {
                bed.node(0).launch();
                live(random.nextInt(LONGEST_START_MILLIS));
            }
            kill();
        }
        bed.node(0).start();
    }

    private static void live(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private void kill() {
        bed.node(0).gateway().kill();
        bed.log().add("KILL", "gateway", 1);
    }

    /** Starts a gateway that halts at the point. */
    private void halt(CrashPoint point) throws IOException {
        Node node = bed.node(0);
        node.launchToCrash(point, 1 + random.nextInt(LONGEST.getOrDefault(point, USUAL)));
        if (point == CrashPoint.DURING_PUBLISH) {
            node.gateway().awaitReady();
            edit();
        }
        bed.log().add(point.name(), "gateway", node.crashed(point) ? 1 : 0);
        node.gateway().kill();
    }

    /** A further region in the mapping files, so that a set is published. */
    private void edit() throws IOException {
        Path regions = bed.mappings().resolve("tables/regions.csv");
        int number = random.nextInt(1_000);
        Files.writeString(
                regions,
                "442%06d,442%06d000,新设街道%d,STREET,,,,\n".formatted(number, number, number),
                StandardOpenOption.APPEND);
    }
}
