package org.hotlinegateway.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What arrived at the peers: once, in order, nothing invented, nothing acknowledged and missing. */
final class EffectCheck implements Runnable {
    static final String GHOST = "I2 an effect of something never sent";
    static final String DOUBLED = "I3 doubled effect";
    static final String MISSING = "I3 acknowledged, and no effect at the hotline";
    static final String CLAIMED = "I3 a delivery is acknowledged, and its peer knows nothing of it";
    static final String ORDER = "I4 out of order";
    static final String FEED = "I4 a gap in the feed";

    private final Door door;
    private final Exported ledger;
    private final List<String[]> effects;
    private final CheckReport report;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Long> places = new HashMap<>();
    private final Set<String> tokens = new HashSet<>();

    EffectCheck(Door door, Exported ledger, List<String[]> effects, CheckReport report) {
        this.door = door;
        this.ledger = ledger;
        this.effects = effects;
        this.report = report;
    }

    @Override
    public void run() {
        effects.stream().filter(row -> row[8].equals(OracleMemory.EFFECT)).forEach(this::effect);
        Set<String> aside = ledger.setAside();
        Map<String, String> sequences = ledger.sequences();
        door.receipts().keySet().stream()
                .filter(key -> !tokens.contains(key) && !isAside(key, aside, sequences))
                .forEach(key -> report.breach(MISSING, key));
        ledger.deliveries().stream()
                .filter(row -> row[5].equals("ACKNOWLEDGED") && !row[2].equals("supervision"))
                .filter(row -> !counts.containsKey(row[2] + " " + Exported.identity(row)))
                .forEach(row -> report.breach(CLAIMED, row[2] + " " + Exported.identity(row)));
        report.figure("effects", counts.size());
        report.figure(
                "repeats known to peers",
                effects.size()
                        - counts.values().stream().mapToInt(Integer::intValue).sum());
    }

    private void effect(String[] row) {
        String what = row[2] + " " + row[4];
        if (counts.merge(what, 1, Integer::sum) == 2) {
            report.breach(DOUBLED, what);
        } else if (!row[5].isEmpty()) {
            inOrder(row, what);
        }
        if (!row[7].isEmpty() && tokens.add(row[7]) && !door.attempted().containsKey(row[7])) {
            report.breach(GHOST, row[7]);
        }
    }

    /** First effects only: a repeat of something earlier is the doubling, not the order. */
    private void inOrder(String[] row, String what) {
        long place = Long.parseLong(row[6]);
        Long before = places.put(row[2] + " " + row[5], place);
        if (before == null) {
            return;
        }
        if (place <= before) {
            report.breach(ORDER, what + " after " + before);
        } else if (row[5].equals("feed") && place != before + 1) {
            report.breach(FEED, what + " after " + before);
        }
    }

    private static boolean isAside(String key, Set<String> aside, Map<String, String> sequences) {
        WindowMessage.Named message = WindowMessage.named(key);
        String peer = WindowMessage.isLegacy(message.number()) ? "hotline-legacy" : "hotline";
        String place = message.version() == 1 ? "order" : sequences.getOrDefault(key, "?");
        return aside.contains(peer + " " + message.caseNo() + "/" + place);
    }
}
