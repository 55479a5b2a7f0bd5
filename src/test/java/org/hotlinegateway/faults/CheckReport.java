package org.hotlinegateway.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the checker found: figures, and breaches of invariants by their number. */
final class CheckReport {
    private static final int SHOWN = 12;

    private final Map<String, Long> figures = new LinkedHashMap<>();
    private final Map<String, List<String>> breaches = new LinkedHashMap<>();

    void figure(String name, long value) {
        figures.merge(name, value, Long::sum);
    }

    /** Notes a breach, for example {@code I1 lost}. */
    void breach(String invariant, String what) {
        breaches.computeIfAbsent(invariant, name -> new ArrayList<>()).add(what);
    }

    boolean isSound() {
        return breaches.isEmpty();
    }

    long figure(String name) {
        return figures.getOrDefault(name, 0L);
    }

    long count(String invariant) {
        return breaches.getOrDefault(invariant, List.of()).size();
    }

    Map<String, List<String>> breaches() {
        return breaches;
    }

    /** The figures on one line, then every breach with its first examples. */
    String text() {
        StringBuilder text = new StringBuilder();
        figures.forEach(
                (name, value) -> text.append(name).append(' ').append(value).append(", "));
        text.append("lost ").append(count(DoorCheck.LOST));
        text.append(", unexpected ").append(count(DoorCheck.UNEXPECTED) + count(EffectCheck.GHOST));
        text.append(", doubled ").append(count(EffectCheck.DOUBLED));
        text.append(", out of order ").append(count(EffectCheck.ORDER)).append('\n');
        breaches.forEach((name, list) -> {
            text.append("BREACH ").append(name).append(": ").append(list.size()).append('\n');
            list.stream()
                    .limit(SHOWN)
                    .forEach(one -> text.append("    ").append(one).append('\n'));
        });
        return text.toString();
    }
}
