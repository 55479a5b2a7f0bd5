package org.hotlinegateway.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long and how hard a run is: the short form of CI, or parts of the long one. Every value can be set:
 * {@code faults.kills}, {@code faults.rate}, {@code faults.minutes}, {@code faults.seed}, {@code faults.folder}.
 */
record FaultForm(int kills, double rate, double minutes, long seed, Path folder) {
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

    static FaultForm asked() {
        boolean isLong = "long".equals(System.getProperty("faults.form", "short"));
        return new FaultForm(
                Integer.getInteger("faults.kills", isLong ? 500 : 7),
                Double.parseDouble(System.getProperty("faults.rate", isLong ? "40" : "60")),
                Double.parseDouble(System.getProperty("faults.minutes", isLong ? "120" : "2")),
                Long.getLong("faults.seed", System.nanoTime()),
                Path.of(System.getProperty("faults.folder", "target/faults")));
    }
}
