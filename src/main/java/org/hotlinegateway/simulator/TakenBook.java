package org.hotlinegateway.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a stand-in peer has from the gateway, as it lists it when asked. A test may lose, invent or alter entries, as a
 * peer does that restores an old backup or is corrected by hand.
 */
public final class TakenBook {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Set<Long>> confirmed = new HashMap<>();
    private final Map<String, List<Entry>> shown = new HashMap<>();
    private long last;

    /**
     * One entry.
     *
     * @param place rises with each entry
     * @param key the key under which it came
     * @param businessKey the key by which the peer knows repeats
     * @param number the peer's number
     * @param isVoid true when the peer has struck it out
     */
    record Entry(long place, String key, String businessKey, String number, Instant at, boolean isVoid) {}

    synchronized void take(String key, String businessKey, String number, Instant at) {
        entries.add(new Entry(++last, key, businessKey, number, at, false));
    }

    /** Forgets an entry; the key by which the peer would have known a repeat. */
    synchronized Optional<String> lose(String key) {
        Optional<Entry> lost =
                entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        entries.removeIf(entry -> entry.key().equals(key));
        return lost.map(Entry::businessKey);
    }

    /** Adds an entry that nobody sent, or a second one of a key. */
    public synchronized void invent(String key, String number, Instant at) {
        take(key, "", number, at);
    }

    /** Gives an entry another number. */
    public synchronized void alter(String key, String number) {
        entries.replaceAll(entry -> entry.key().equals(key)
                ? new Entry(entry.place(), key, entry.businessKey(), number, entry.at(), entry.isVoid())
                : entry);
    }

    /** Strikes an entry out. */
    public synchronized void strikeOut(String key) {
        entries.replaceAll(entry -> entry.key().equals(key)
                ? new Entry(entry.place(), key, entry.businessKey(), entry.number(), entry.at(), true)
                : entry);
    }

    /** The keys, in the order in which they came. */
    public synchronized List<String> keys() {
        return entries.stream().map(Entry::key).toList();
    }

    /** Entries of a time after a place, at most so many. */
    synchronized List<Entry> page(Instant since, Instant until, long after, int size) {
        return entries.stream()
                .filter(entry -> entry.place() > after)
                .filter(entry -> isIn(entry, since, until))
                .limit(size)
                .toList();
    }

    /** Confirms what a batch has read, and reads what is left of it, at most so many. */
    synchronized List<Entry> unconfirmed(String batch, Set<String> keys, Instant since, Instant until, int size) {
        Set<Long> read = confirmed.computeIfAbsent(batch, name -> new HashSet<>());
        shown.getOrDefault(batch, List.of()).stream()
                .filter(entry -> keys.contains(entry.key()))
                .forEach(entry -> read.add(entry.place()));
        List<Entry> page = entries.stream()
                .filter(entry -> !read.contains(entry.place()))
                .filter(entry -> isIn(entry, since, until))
                .limit(size)
                .toList();
        shown.put(batch, page);
        return page;
    }

    private static boolean isIn(Entry entry, Instant since, Instant until) {
        return !entry.at().isBefore(since) && entry.at().isBefore(until);
    }

    synchronized void clear() {
        entries.clear();
        confirmed.clear();
        shown.clear();
    }
}
