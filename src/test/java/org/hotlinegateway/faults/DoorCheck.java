package org.hotlinegateway.faults;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What was acknowledged is in the ledger, once and unchanged; nothing is there that nobody sent. */
final class DoorCheck implements Runnable {
    static final String LOST = "I1 lost: acknowledged, not in the ledger";
    static final String UNEXPECTED = "I2 unexpected: in the ledger, never sent";
    static final String RECEIPTS = "I7 one message, several receipts";
    static final String TWICE_KEPT = "I7 one message kept twice";
    static final String CONTRADICTION = "I7 another body under a known id was acknowledged";
    static final String NONCE = "I12 a used nonce was acknowledged";
    static final String CREDENTIAL = "I12 a wrong signature was acknowledged";

    private final Door door;
    private final Exported ledger;
    private final CheckReport report;

    DoorCheck(Door door, Exported ledger, CheckReport report) {
        this.door = door;
        this.ledger = ledger;
        this.report = report;
    }

    @Override
    public void run() {
        Map<String, String[]> kept = new HashMap<>();
        for (String[] row : ledger.messages()) {
            if (kept.put(row[2], row) != null) {
                report.breach(TWICE_KEPT, row[2]);
            }
            if (!row[3].equals(door.attempted().get(row[2]))) {
                report.breach(UNEXPECTED, row[2]);
            }
        }
        door.receipts().forEach((key, receipts) -> acknowledged(key, receipts, kept.get(key)));
        door.wrongly().forEach(this::refusable);
        report.figure("attempted", door.attempted().size());
        report.figure("acknowledged", door.receipts().size());
        report.figure("in the ledger", ledger.messages().size());
        report.figure(
                "recovered",
                kept.keySet().stream()
                        .filter(key -> !door.receipts().containsKey(key))
                        .count());
    }

    private void acknowledged(String key, Set<Door.Receipt> receipts, String[] kept) {
        if (receipts.size() > 1) {
            report.breach(RECEIPTS, key + " " + receipts);
        }
        boolean found = kept != null
                && receipts.stream()
                        .allMatch(receipt -> receipt.hash().equals(kept[3])
                                && receipt.number().equals(kept[1]));
        if (!found) {
            report.breach(LOST, key);
        }
    }

    private void refusable(String key, Manner manner) {
        String breached = switch (manner) {
            case REPLAYED -> NONCE;
            case FORGED -> CREDENTIAL;
            default -> CONTRADICTION;
        };
        report.breach(breached, key);
    }
}
