package org.hotlinegateway.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The ledger at the end, and its balance at every sample. */
final class LedgerCheck implements Runnable {
    static final String BALANCE = "I6 the balance does not add up";
    static final String STALE = "I8 one attempt ended twice: a result with a stale fence was applied";
    static final String WAITING = "I9 still waiting after the faults were over";
    static final String PARKED = "I9 parked without a reason in the message";
    static final String HISTORY = "I15 a case's history has a gap or an event twice";

    private final Door door;
    private final Exported ledger;
    private final List<String[]> samples;
    private final CheckReport report;

    LedgerCheck(Door door, Exported ledger, List<String[]> samples, CheckReport report) {
        this.door = door;
        this.ledger = ledger;
        this.samples = samples;
        this.report = report;
    }

    @Override
    public void run() {
        messages();
        deliveries();
        attempts();
        events();
        samples.forEach(this::balance);
        report.figure("deliveries", ledger.deliveries().size());
        report.figure("samples", samples.size());
    }

    private void messages() {
        for (String[] row : ledger.messages()) {
            if (row[4].equals("RECEIVED") && door.receipts().containsKey(row[2])) {
                report.breach(WAITING, "message " + row[2]);
            } else if (row[4].equals("PARKED")) {
                report.breach(PARKED, row[2]);
            }
        }
    }

    private void deliveries() {
        for (String[] row : ledger.deliveries()) {
            if (row[5].equals("READY") || row[5].equals("CLAIMED")) {
                report.breach(WAITING, row[2] + " " + Exported.identity(row) + " " + row[5] + " " + row[7]);
            } else if (!row[5].equals("ACKNOWLEDGED")) {
                report.figure(row[5].toLowerCase(Locale.ROOT), 1);
            }
        }
    }

    private void attempts() {
        Set<String> ended = new HashSet<>();
        ledger.attempts().stream()
                .filter(row -> row[6].isEmpty() && !ended.add(row[1] + "/" + row[2]))
                .forEach(row -> report.breach(STALE, "delivery " + row[1] + " attempt " + row[2] + " " + row[3]));
    }

    private void events() {
        Map<String, Integer> last = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (String[] row : ledger.events()) {
            int seq = Integer.parseInt(row[1]);
            if (seq != last.getOrDefault(row[0], 0) + 1 || !ids.add(row[2] + " " + row[3])) {
                report.breach(HISTORY, row[0] + "/" + seq);
            }
            last.put(row[0], seq);
        }
    }

    private void balance(String[] sample) {
        Map<String, Long> counts = new HashMap<>();
        for (int i = 1; i < sample.length; i++) {
            String[] cell = sample[i].split("=", 2);
            counts.put(cell[0], Long.parseLong(cell[1]));
        }
        for (String table : List.of("message", "delivery")) {
            String total = table.equals("message") ? "messages" : "deliveries";
            long sum = counts.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(table + "."))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            if (sum != counts.getOrDefault(total, 0L)) {
                report.breach(BALANCE, total + " " + counts);
            }
        }
    }
}
