package org.hotlinegateway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints each figure beside its limit; limits are enforced by {@code -Dbench.strict=true} only. */
final class Verdicts {
    private final List<String> missed = new ArrayList<>();

    void atLeast(String what, double figure, double limit) {
        verdict(what, figure, "at least", limit, figure >= limit);
    }

    void atMost(String what, double figure, double limit) {
        verdict(what, figure, "at most", limit, figure <= limit);
    }

    private void verdict(String what, double figure, String how, double limit, boolean met) {
        String line = String.format(
                Locale.ROOT, "%-62s %6.2f, %s %.2f: %s", what, figure, how, limit, met ? "met" : "MISSED");
        System.out.println("  " + line);
        if (!met) {
            missed.add(line);
        }
    }

    void enforce() {
        assertThat(Boolean.getBoolean("bench.strict") ? missed : List.of()).isEmpty();
    }
}
