package org.hotlinegateway.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long and how hard a run is: the short form of CI, or the long one with {@code -Dfaults.form=long}. Every value can
 * be set by itself; a part of a long run is continued with the same {@code faults.part} and another
 * {@code faults.first-case}.
 *
 * @param kills at random moments, beside all other faults
 * @param rate messages a second at the door
 * @param minutes of faults without kills
 * @param seed of all chance
 * @param folder of all runs
 */
record FaultForm(boolean isLong, int kills, double rate, double minutes, long seed, Path folder) {
    static FaultForm asked() {
        boolean isLong = "long".equals(System.getProperty("faults.form", "short"));
        return new FaultForm(
                isLong,
                Integer.getInteger("faults.kills", 6),
                Double.parseDouble(System.getProperty("faults.rate", isLong ? "40" : "50")),
                Double.parseDouble(System.getProperty("faults.minutes", isLong ? "120" : "1.2")),
                Long.getLong("faults.seed", System.nanoTime()),
                Path.of(System.getProperty("faults.folder", "target/faults")));
    }

    /** The crash points of the run: all, unless {@code faults.points} names some. */
    List<CrashPoint> points() {
        String named = System.getProperty("faults.points");
        return named == null
                ? List.of(CrashPoint.values())
                : Stream.of(named.split(",", -1))
                        .filter(name -> !name.isEmpty())
                        .map(CrashPoint::valueOf)
                        .toList();
    }

    /** Kills of the long form, where nothing else befalls the process. */
    int randomKills() {
        return Integer.getInteger("faults.random-kills", 500);
    }

    /** Rounds of zombies, kills and broker losses with two gateways. */
    int rounds() {
        return Integer.getInteger("faults.rounds", isLong ? 20 : 1);
    }

    int isolationSeconds() {
        return Integer.getInteger("faults.isolation-seconds", isLong ? 30 : 4);
    }

    /** Messages that wait when a peer comes back. */
    int backlog() {
        return Integer.getInteger("faults.backlog", 25_000);
    }

    /** Minutes for which all peers are away before that. */
    double outageMinutes() {
        return Double.parseDouble(System.getProperty("faults.outage-minutes", "30"));
    }

    /** Requests a second that a peer is to get while it catches up. */
    int drainRate() {
        return Integer.getInteger("faults.drain-rate", 40);
    }

    /** Number of the first case, so that parts of one run do not send the same. */
    int firstCase() {
        return Integer.getInteger("faults.first-case", 0);
    }
}
