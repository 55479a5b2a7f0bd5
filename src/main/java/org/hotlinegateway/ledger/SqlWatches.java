package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.hotlinegateway.ledger.PulseSql.Heard;
import org.hotlinegateway.ledger.PulseSql.Tried;
import org.jspecify.annotations.Nullable;

/** The looks of supervision on the ledger's own database. */
final class SqlWatches implements Watches {
    private static final int AT_ONCE = 5_000;

    /** Codes of attempts that ended by us, whatever the line is like. */
    private static final Set<String> BY_US = Set.of("LEASE_RAN_OUT", "OUTCOME_UNKNOWN", "FAULT");

    private final SqlLedger ledger;
    private final Map<String, Pulse> felt = new HashMap<>();
    private long lastMessage = -1;
    private long lastAttempt = -1;

    SqlWatches(SqlLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Watched undecided(Instant before, int limit) {
        return ledger.read(tables -> tables.watches().undecided(before, limit));
    }

    @Override
    public Watched untried(Instant before, Collection<String> except, int limit) {
        return ledger.read(tables -> tables.watches().untried(before, except, limit));
    }

    @Override
    public Watched untold(String type, Instant since, Instant before, int limit) {
        return ledger.read(tables -> tables.watches().untold(type, since, before, limit));
    }

    @Override
    public Watched withoutNumber(Instant since, Instant before, int limit) {
        return ledger.read(tables -> tables.watches().withoutNumber(since, before, limit));
    }

    @Override
    public Watched deadlineUntil(Instant until, int limit) {
        return ledger.read(tables -> tables.watches().deadlineUntil(until, limit));
    }

    @Override
    public Watched open(@Nullable String peer, Collection<String> types, Instant before, int limit) {
        return ledger.read(tables -> tables.watches().open(peer, types, before, limit));
    }

    @Override
    public Watched held(Collection<String> types, int limit) {
        return ledger.read(tables -> tables.watches().held(types, limit));
    }

    @Override
    public Watched withoutAfterResult(Collection<String> types, Instant since, Instant before, int limit) {
        return ledger.read(tables -> tables.watches().withoutAfterResult(types, since, before, limit));
    }

    @Override
    public List<Pulse> pulses() {
        return ledger.read(tables -> tables.pulses().pulses());
    }

    @Override
    public synchronized CompletableFuture<Boolean> feelPulses() {
        ledger.read(this::start);
        Map<String, Pulse> before = Map.copyOf(felt);
        ledger.read(tables -> {
            tables.pulses().heard(lastMessage).forEach(this::hear);
            List<Tried> tried;
            do {
                tried = tables.pulses().tried(lastAttempt, AT_ONCE);
                tried.forEach(this::feel);
            } while (tried.size() == AT_ONCE);
            return true;
        });
        List<Pulse> changed = felt.values().stream()
                .filter(pulse -> !pulse.equals(before.get(pulse.peer())))
                .toList();
        return changed.isEmpty()
                ? CompletableFuture.completedFuture(false)
                : ledger.submit(tx ->
                        changed.stream().filter(tx.tables().pulses()::keep).count() > 0);
    }

    private boolean start(Tables tables) {
        if (lastMessage < 0) {
            tables.pulses().pulses().forEach(pulse -> felt.put(pulse.peer(), pulse));
            lastMessage = tables.pulses().startOf("message");
            lastAttempt = tables.pulses().startOf("attempt");
        }
        return true;
    }

    private void hear(Heard heard) {
        lastMessage = Math.max(lastMessage, heard.id());
        Pulse was = of(heard.peer());
        felt.put(was.peer(), new Pulse(was.peer(), heard.at(), was.answeredAt(), was.failingSince()));
    }

    private void feel(Tried tried) {
        lastAttempt = tried.id();
        Pulse was = of(tried.peer());
        if (isFailure(tried)) {
            Instant since = was.failingSince() == null ? tried.at() : was.failingSince();
            felt.put(was.peer(), new Pulse(was.peer(), was.heardAt(), was.answeredAt(), since));
        } else if (tried.outcome().equals("ACKNOWLEDGED") || tried.outcome().equals("REFUSED")) {
            felt.put(was.peer(), new Pulse(was.peer(), was.heardAt(), tried.at(), null));
        }
    }

    /** No connection, no answer, or an answer that the peer is not able to work. */
    private static boolean isFailure(Tried tried) {
        String code = String.valueOf(tried.code());
        return code.equals("NOT_CONNECTED")
                || code.startsWith("HTTP_5")
                || tried.outcome().equals("UNKNOWN") && !BY_US.contains(code);
    }

    private Pulse of(String peer) {
        return felt.getOrDefault(peer, new Pulse(peer, null, null, null));
    }

    @Override
    public List<Outage> openOutages() {
        return ledger.read(tables -> tables.pulses().openOutages());
    }

    @Override
    public List<Outage> outages(int limit) {
        return ledger.read(tables -> tables.pulses().outages(limit));
    }

    @Override
    public CompletableFuture<Boolean> keep(Outage outage) {
        return ledger.submit(tx -> tx.tables().pulses().keep(outage));
    }
}
