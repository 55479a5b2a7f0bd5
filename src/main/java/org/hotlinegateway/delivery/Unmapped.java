package org.hotlinegateway.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hotlinegateway.delivery.UnmappedCode.Side;
import org.hotlinegateway.delivery.UnmappedCode.Waiting;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.Settlement.Outcome;
import org.hotlinegateway.ledger.StoredDelivery;
import org.hotlinegateway.ledger.WaitingMessages;
import org.hotlinegateway.mapping.MappingFailure;
import org.hotlinegateway.mapping.MissedCode;
import org.hotlinegateway.mapping.TableMiss;

/** What waits for a row of a code table, and its release once another mapping set is live. */
public final class Unmapped {
    /** Code of a delivery whose message could not be written. */
    public static final String CODE = "UNMAPPABLE";

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
                ? Optional.of(TableMiss.waitingOn(misses) + " ")
                : Optional.empty();
    }

    /** One item per table and code, in the order of both. */
    public List<UnmappedCode> open() {
        Map<MissedCode, List<Waiting>> items = new TreeMap<>(Comparator.comparing(MissedCode::table)
                .thenComparing(MissedCode::code)
                .thenComparing(MissedCode::origin));
        ledger.waiting(TableMiss.KEY)
                .forEach(waiting -> TableMiss.parse(waiting.waitingOn())
                        .forEach(miss -> add(items, miss, messages(miss, waiting))));
        alike(held())
                .forEach(held ->
                        TableMiss.parse(text(held.get(0))).forEach(miss -> add(items, miss, deliveries(miss, held))));
        return items.entrySet().stream()
                .map(item -> UnmappedCode.of(item.getKey(), item.getValue()))
                .toList();
    }

    private static void add(Map<MissedCode, List<Waiting>> items, TableMiss miss, Waiting waiting) {
        items.computeIfAbsent(miss.missed(), missed -> new ArrayList<>()).add(waiting);
    }

    private static Collection<List<StoredDelivery>> alike(List<StoredDelivery> held) {
        return held.stream()
                .collect(Collectors.groupingBy(
                        one -> List.of(one.peer(), one.eventType(), text(one)),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
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
        List<String> keys = ledger.waiting(TableMiss.KEY).stream()
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
                .filter(held -> CODE.equals(held.lastCode()) && text(held).startsWith(TableMiss.KEY))
                .filter(held -> Outcome.NOT_SENT.name().equals(held.lastOutcome()))
                .sorted(Comparator.comparingLong(StoredDelivery::id))
                .toList();
    }

    private static String text(StoredDelivery held) {
        return held.lastText() == null ? "" : held.lastText();
    }

    private static Waiting messages(TableMiss miss, WaitingMessages waiting) {
        return new Waiting(
                Side.MESSAGE,
                waiting.peer(),
                waiting.name(),
                miss.target(),
                waiting.count(),
                waiting.first(),
                waiting.last(),
                waiting.receipts());
    }

    private static Waiting deliveries(TableMiss miss, List<StoredDelivery> held) {
        StoredDelivery first = held.get(0);
        return new Waiting(
                Side.DELIVERY,
                first.peer(),
                first.eventType(),
                miss.target(),
                held.size(),
                first.createdAt(),
                held.get(held.size() - 1).createdAt(),
                held.stream().limit(SAMPLES).map(one -> Long.toString(one.id())).toList());
    }
}
