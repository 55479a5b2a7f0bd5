package org.hotlinegateway.bench;

import java.util.Collection;
import java.util.Locale;

/** Sorted measurements in milliseconds. */
record Figures(double[] sorted) {
    static Figures ofNanos(Collection<Long> nanos) {
        return new Figures(nanos.stream().mapToDouble(one -> one / 1e6).sorted().toArray());
    }

    double at(double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }

    double max() {
        return at(1);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms", at(0.50), at(0.95), at(0.99), max());
    }
}
