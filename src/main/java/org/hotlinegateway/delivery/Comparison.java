package org.hotlinegateway.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.Finding.Kind;
import org.hotlinegateway.ledger.NewFinding;
import org.hotlinegateway.ledger.OurEntry;
import org.hotlinegateway.ledger.PeerEntry;
import org.hotlinegateway.ledger.ReconcileRun;
import org.hotlinegateway.ledger.Settlement.Outcome;
import org.hotlinegateway.peer.ReconcileProfile;
import org.hotlinegateway.peer.ReconcileProfile.Field;
import org.jspecify.annotations.Nullable;

/**
 * Compares what we sent with what the peer lists. What is on its way is not a difference; what was sent a moment ago need
 * not be listed yet.
 */
final class Comparison {
    private final ReconcileRun run;
    private final ReconcileProfile how;
    private final EntryKeys keys;
    private final Instant mustBeListed;
    private final Map<String, List<PeerEntry>> theirs = new HashMap<>();
    private final Map<Long, OurEntry> seen = new HashMap<>();
    private final Map<Long, NewFinding> differences = new LinkedHashMap<>();
    private int matched;

    Comparison(ReconcileRun run, ReconcileProfile how, List<PeerEntry> list) {
        this.run = run;
        this.how = how;
        this.keys = new EntryKeys(how.keys());
        this.mustBeListed = run.startedAt().minus(how.settledFor());
        list.forEach(entry ->
                theirs.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry));
    }

    /** Takes one of ours into account, once. */
    void ours(OurEntry entry) {
        boolean listed = how.events().isEmpty() || how.events().contains(entry.eventType());
        if (!listed || seen.putIfAbsent(entry.deliveryId(), entry) != null) {
            return;
        }
        keys.of(entry).ifPresent(key -> {
            List<PeerEntry> found = theirs.remove(key);
            if (found == null) {
                missing(key, entry);
            } else {
                compare(key, entry, found);
            }
        });
    }

    /** Entries of theirs that none of ours has matched so far. */
    List<PeerEntry> unmatched() {
        return theirs.values().stream().map(entries -> entries.get(0)).toList();
    }

    private void missing(String key, OurEntry entry) {
        boolean due = isInPeriod(entry.lastAt()) && entry.lastAt().isBefore(mustBeListed);
        boolean expected = entry.state() == DeliveryState.ACKNOWLEDGED || isUnknown(entry);
        if (due && expected) {
            differences.put(entry.deliveryId(), difference(Kind.OURS_ONLY, key, entry, null, null));
        }
    }

    private void compare(String key, OurEntry entry, List<PeerEntry> found) {
        String differs = differs(entry, found);
        boolean onItsWay = entry.state() == DeliveryState.READY || entry.state() == DeliveryState.CLAIMED;
        if (differs.isEmpty() || onItsWay) {
            matched++;
        } else {
            differences.put(entry.deliveryId(), difference(Kind.DIFFERENT, key, entry, found, differs));
        }
    }

    private String differs(OurEntry entry, List<PeerEntry> found) {
        List<String> fields = new ArrayList<>();
        boolean number = found.stream()
                .anyMatch(one -> one.number() != null
                        && entry.number() != null
                        && !one.number().equals(entry.number()));
        if (how.compare().contains(Field.NUMBER) && (number || found.size() > 1)) {
            fields.add("number");
        }
        boolean state =
                found.stream().anyMatch(one -> !one.state().equals(entry.state().name()));
        if (how.compare().contains(Field.STATE) && state) {
            fields.add("state");
        }
        return String.join(", ", fields);
    }

    private NewFinding difference(
            Kind kind, String key, OurEntry entry, @Nullable List<PeerEntry> found, @Nullable String differs) {
        return new NewFinding(
                run.peer(),
                kind,
                key,
                entry.deliveryId(),
                entry.caseNo(),
                entry.lastAt(),
                shown(entry.state() + (isUnknown(entry) ? "/UNKNOWN" : ""), entry.number()),
                found == null ? null : shown(found),
                differs,
                found == null ? null : found.get(0).event());
    }

    /** How many entries agree. */
    int matched() {
        return matched;
    }

    /** What differs, ours first; entries of theirs from outside the period matter only where they match. */
    List<NewFinding> differences() {
        List<NewFinding> all = new ArrayList<>(differences.values());
        theirs.forEach((key, found) -> theirsOnly(key, found).ifPresent(all::add));
        return all;
    }

    private Optional<NewFinding> theirsOnly(String key, List<PeerEntry> found) {
        Instant at = Optional.ofNullable(found.get(0).at()).orElse(run.since());
        return isInPeriod(at)
                ? Optional.of(new NewFinding(
                        run.peer(), Kind.THEIRS_ONLY, key, null, null, at, null, shown(found), null, null))
                : Optional.empty();
    }

    OurEntry entry(NewFinding difference) {
        return Optional.ofNullable(seen.get(difference.deliveryId())).orElseThrow();
    }

    /** Whether its key would be another one had it been made before a restore: then its absence from a list says nothing. */
    boolean isKeyOfOurNumbers(OurEntry entry) {
        return keys.isOfOurNumbers(entry);
    }

    static boolean isUnknown(OurEntry entry) {
        return entry.state() == DeliveryState.HELD && Outcome.UNKNOWN.name().equals(entry.lastOutcome());
    }

    private boolean isInPeriod(Instant at) {
        return !at.isBefore(run.since()) && at.isBefore(run.until());
    }

    private static String shown(List<PeerEntry> found) {
        TreeSet<String> states = new TreeSet<>();
        TreeSet<String> numbers = new TreeSet<>();
        found.forEach(one -> {
            states.add(one.state());
            Optional.ofNullable(one.number()).ifPresent(numbers::add);
        });
        return shown(String.join(",", states), numbers.isEmpty() ? null : String.join(",", numbers));
    }

    private static String shown(String state, @Nullable String number) {
        return number == null ? state : state + " " + number;
    }
}
