package org.hotlinegateway.delivery;

import java.time.Instant;
import java.util.stream.IntStream;

/** Counts what happened in the last minute. Not safe for several threads. */
final class LastMinute {
    private static final int SECONDS = 60;

    private final long[] second = new long[SECONDS];
    private final long[] count = new long[SECONDS];

    void add(Instant now) {
        long at = now.getEpochSecond();
        int place = (int) Math.floorMod(at, (long) SECONDS);
        if (second[place] != at) {
            second[place] = at;
            count[place] = 0;
        }
        count[place]++;
    }

    long sum(Instant now) {
        long from = now.getEpochSecond() - SECONDS;
        return IntStream.range(0, SECONDS)
                .filter(place -> second[place] > from)
                .mapToLong(place -> count[place])
                .sum();
    }
}
