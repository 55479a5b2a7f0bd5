package org.hotlinegateway.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the peers know: keys they have seen, orders they made. Every effect and every recognised repeat is written to the
 * history before it is answered; the memory is read back from there, so that a run can be continued.
 */
final class OracleMemory implements AutoCloseable {
    static final String EFFECT = "EFFECT";
    static final String REPEAT = "REPEAT";

    private final HistoryFile history;
    private final Set<String> forgetful;
    private final Map<String, String> orders = new HashMap<>();
    private final Map<String, String> cases = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> identities = new HashSet<>();
    private final Map<String, Long> cursed = new HashMap<>();
    private long number;

    /** @param forgetful peers that do not know a key they had before: every request is a new effect */
    OracleMemory(Histories histories, Set<String> forgetful) {
        this.forgetful = Set.copyOf(forgetful);
        HistoryFile.rows(histories.effects()).forEach(this::recall);
        this.history = new HistoryFile(histories.effects());
    }

    private void recall(String[] row) {
        number = Long.parseLong(row[0]);
        keys.add(row[2] + " " + row[3]);
        identities.add(row[2] + " " + row[4]);
        if (row[4].endsWith("/order")) {
            remember(row[2], row[3], row[5], "D" + row[0]);
        }
    }

    /**
     * What a peer made of a request.
     *
     * @param key its key
     * @param number of the order, if there is one
     * @param again true when the peer knew the key
     */
    record Taken(String key, String number, boolean again) {}

    synchronized Taken take(String peer, Business business) {
        boolean again = !keys.add(peer + " " + business.key()) && !forgetful.contains(peer);
        note(peer, business, again);
        return new Taken(business.key(), orders.getOrDefault(peer + " " + business.caseNo(), "D0"), again);
    }

    synchronized Taken order(String peer, Business business) {
        boolean again = !keys.add(peer + " " + business.key()) && !forgetful.contains(peer);
        note(peer, business, again);
        if (!again) {
            remember(peer, business.key(), business.caseNo(), "D" + number);
        }
        return new Taken(business.key(), orders.get(peer + " " + business.key()), again);
    }

    private void remember(String peer, String key, String caseNo, String orderNo) {
        orders.put(peer + " " + key, orderNo);
        orders.put(peer + " " + caseNo, orderNo);
        cases.put(orderNo, caseNo);
    }

    synchronized Taken feed(List<Business> items) {
        boolean again = !keys.add("supervision " + items.get(0).key());
        items.forEach(item -> note("supervision", item, again));
        return new Taken(items.get(0).key(), "", again);
    }

    private void note(String peer, Business business, boolean again) {
        identities.add(peer + " " + business.identity());
        history.add(
                ++number,
                System.currentTimeMillis(),
                peer,
                business.key(),
                business.identity(),
                business.caseNo(),
                business.place(),
                business.token(),
                again ? REPEAT : EFFECT);
    }

    /** From now on whatever concerns this case fails, without an effect. */
    synchronized void curse(String caseNo) {
        cursed.put(caseNo, 0L);
    }

    /** Whether this case is to fail; counts it. */
    synchronized boolean fails(String caseNo) {
        return cursed.computeIfPresent(caseNo, (no, count) -> count + 1) != null;
    }

    /** No case fails any more; how often cursed ones did. */
    synchronized long blessAll() {
        long failed = cursed.values().stream().mapToLong(Long::longValue).sum();
        cursed.clear();
        return failed;
    }

    synchronized String caseOf(String orderNo) {
        return cases.getOrDefault(orderNo, "");
    }

    /** A person looks it up: was this ever done at the peer? */
    synchronized boolean knows(String peer, String identity) {
        return identities.contains(peer + " " + identity);
    }

    /** Requests that arrived so far. */
    synchronized long requests() {
        return number;
    }

    @Override
    public void close() {
        history.close();
    }
}
