package org.hotlinegateway.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Faults inside a gateway that are switched while it runs, by a file it looks at: {@code clock.millis},
 * {@code rings.drop} and {@code rings.double} (shares), {@code commit.millis}. It writes back how often they struck.
 * Public because woven code calls it.
 */
public final class RunningFaults {
    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(50);

    private static final AtomicLong STRUCK = new AtomicLong();
    private static volatile Properties wanted = new Properties();

    private RunningFaults() {}

    static void watch() {
        String file = System.getProperty("faults.control");
        if (file != null) {
            FaultProxy.start("running-faults", () -> watch(Path.of(file)));
        }
    }

    private static void watch(Path file) {
        long told = 0;
        while (true) {
            try {
                read(file);
                long struck = STRUCK.get();
                if (struck != told) {
                    Files.writeString(struckFile(file), Long.toString(struck));
                    told = struck;
                }
            } catch (IOException e) {
                // read again
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
    }

    static Path struckFile(Path control) {
        return control.resolveSibling(control.getFileName() + ".struck");
    }

    private static void read(Path file) throws IOException {
        if (Files.exists(file)) {
            Properties read = new Properties();
            try (var in = Files.newBufferedReader(file)) {
                read.load(in);
            }
            wanted = read;
        }
    }

    private static double value(String name) {
        return Double.parseDouble(wanted.getProperty(name, "0"));
    }

    /** The gateway's clock, with steps. */
    public static Clock stepped(Clock clock) {
        return new SteppedClock(clock);
    }

    /** Claim checks as they become: some lost, some doubled. */
    public static <T> List<T> rings(List<T> rings) {
        double drop = value("rings.drop");
        double twice = value("rings.double");
        if (drop == 0 && twice == 0) {
            return rings;
        }
        List<T> out = new ArrayList<>();
        for (T ring : rings) {
            double chance = ThreadLocalRandom.current().nextDouble();
            if (chance >= drop) {
                out.add(ring);
            }
            if (chance < drop || chance >= 1 - twice) {
                STRUCK.incrementAndGet();
            }
            if (chance >= 1 - twice) {
                out.add(ring);
            }
        }
        return out;
    }

    /** A disk that is slow to sync. */
    public static void beforeCommit() {
        long millis = (long) value("commit.millis");
        if (millis > 0) {
            STRUCK.incrementAndGet();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        }
    }

    private static final class SteppedClock extends Clock {
        private final Clock clock;

        SteppedClock(Clock clock) {
            this.clock = clock;
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new SteppedClock(clock.withZone(zone));
        }

        @Override
        public Instant instant() {
            long step = (long) value("clock.millis");
            if (step != 0) {
                STRUCK.incrementAndGet();
            }
            return clock.instant().plus(Duration.ofMillis(step));
        }
    }
}
