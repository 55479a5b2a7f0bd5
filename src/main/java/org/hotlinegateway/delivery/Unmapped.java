package org.hotlinegateway.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.Settlement.Outcome;
import org.hotlinegateway.ledger.StoredDelivery;
import org.hotlinegateway.ledger.WaitingMessages;
import org.hotlinegateway.mapping.MappingFailure;
import org.hotlinegateway.mapping.TableMiss;

/** What waits for a row of a code table, and its release once another mapping set is live. */
public final class Unmapped {
    /** Code of a delivery whose message could not be written. */
    public static final String CODE = "UNMAPPABLE";

    private static final String TABLE = "table:";
    private static final String MISS = "TABLE_MISS ";
    private static final String BY = "gateway";
    private static final int HELD_AT_MOST = 100_000;
    private static final int SAMPLES = 3;
    private static final int DIGEST_SHOWN = 12;

    private final Ledger ledger;

    public Unmapped(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The beginning of a held delivery's text when rows of tables are all that its message lacks. */
    public static Optional<String> waitingOn(MappingFailure failure) {
        List<TableMiss> misses = failure.tableMisses();
        return misses.size() == failure.errors().size()
                ? Optional.of(
                        misses.stream().map(TableMiss::waitingOn).distinct().collect(Collectors.joining(",")) + " ")
                : Optional.empty();
    }

    /** One item per table, field, peer and kind of message, messages first. */
    public List<UnmappedCode> open() {
        List<UnmappedCode> items = new ArrayList<>();
        ledger.waiting(TABLE).forEach(waiting -> items.add(item(waiting)));
        Map<List<String>, List<StoredDelivery>> alike = held().stream()
                .collect(Collectors.groupingBy(
                        held -> List.of(held.peer(), held.eventType(), text(held)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        alike.values().forEach(held -> items.add(item(held)));
        return items;
    }

    /**
     * Lets everything that waits for a table try again, in order; what still lacks a row is parked or held again.
     *
     * @param liveDigest the live set; a delivery which that very set could not write stays held
     * @return how many messages and deliveries
     */
    public int release(String liveDigest) {
        return releaseMessages() + releaseDeliveries(liveDigest);
    }

    private int releaseMessages() {
        List<String> keys = ledger.waiting(TABLE).stream()
                .map(WaitingMessages::waitingOn)
                .distinct()
                .toList();
        return keys.isEmpty()
                ? 0
                : Commit.awaited(
                        ledger.write(tx -> keys.stream().mapToInt(tx::release).sum()));
    }

    private int releaseDeliveries(String liveDigest) {
        String reason = "mapping set " + liveDigest.substring(0, DIGEST_SHOWN) + " is live";
        int released = 0;
        for (StoredDelivery held : held()) {
            boolean other = !liveDigest.equals(held.mappingDigest());
            released += other && Commit.awaited(ledger.replay(held.id(), BY, reason)) ? 1 : 0;
        }
        return released;
    }

    /** Held for rows of tables only, and surely never sent. */
    private List<StoredDelivery> held() {
        return ledger.deliveriesIn(DeliveryState.HELD, HELD_AT_MOST).stream()
                .filter(held -> CODE.equals(held.lastCode()) && text(held).startsWith(TABLE))
                .filter(held -> Outcome.NOT_SENT.name().equals(held.lastOutcome()))
                .sorted(Comparator.comparingLong(StoredDelivery::id))
                .toList();
    }

    private static String text(StoredDelivery held) {
        return held.lastText() == null ? "" : held.lastText();
    }

    private static UnmappedCode item(WaitingMessages waiting) {
        String table = waiting.waitingOn().substring(TABLE.length());
        String reason = waiting.reason() == null ? "" : waiting.reason();
        return new UnmappedCode(
                UnmappedCode.Side.MESSAGE,
                table,
                after(reason, MISS + table),
                waiting.peer(),
                waiting.name(),
                waiting.count(),
                waiting.first(),
                waiting.last(),
                waiting.receipts());
    }

    private static UnmappedCode item(List<StoredDelivery> held) {
        StoredDelivery first = held.get(0);
        String tables = text(first).split(" ", 2)[0];
        return new UnmappedCode(
                UnmappedCode.Side.DELIVERY,
                tables.replace(TABLE, ""),
                after(text(first), tables).replace(MISS, ""),
                first.peer(),
                first.eventType(),
                held.size(),
                first.createdAt(),
                held.get(held.size() - 1).createdAt(),
                held.stream().limit(SAMPLES).map(one -> Long.toString(one.id())).toList());
    }

    private static String after(String text, String beginning) {
        return text.startsWith(beginning) ? text.substring(beginning.length()).strip() : "";
    }
}
