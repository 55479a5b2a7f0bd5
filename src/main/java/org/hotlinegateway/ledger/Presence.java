package org.hotlinegateway.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other gateways on one PostgreSQL that this one lives, and finds those that died with deliveries in hand. A
 * gateway holds a lock by the name under which it claims; the server lets go of it when the process is gone. Who is found
 * dead twice, some seconds apart, gives up its leases at once: a lost connection alone costs nobody its work.
 */
final class Presence implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);
    private static final long GRACE_NANOS = Duration.ofSeconds(3).toNanos();
    private static final String HOLD = "select pg_advisory_lock(hashtextextended(?, 11))";
    private static final String TRY =
            "select case when pg_try_advisory_lock(hashtextextended(?, 11)) then 1 else 0 end as free";
    private static final String LET_GO = "select pg_advisory_unlock(hashtextextended(?, 11)) as done";
    static final String OWNERS = """
            select distinct owner from delivery
            where settled_at is null and state = 'CLAIMED' and lease_until > 0 and owner like 'present:%'""";

    private final LedgerDatabase database;
    private final String owner;
    private final LongSupplier nanos;
    private final Map<String, Long> foundDead = new HashMap<>();
    private @Nullable Connection connection;

    Presence(LedgerDatabase database, String owner, LongSupplier nanos) {
        this.database = database;
        this.owner = owner;
        this.nanos = nanos;
    }

    /** A name under which nobody claimed before; one that begins otherwise never showed that it lives. */
    static String newOwner() {
        return "present:" + UUID.randomUUID();
    }

    /** Shows that this gateway lives and names to the taker those that do not. */
    synchronized void look(Consumer<String> taker) {
        try {
            Sql sql = Sql.borrowing(connected());
            List<String> dead = sql.list(OWNERS, row -> row.text("owner")).stream()
                    .filter(other -> !other.equals(owner) && isDead(sql, other))
                    .toList();
            foundDead.keySet().retainAll(dead);
            dead.stream().filter(this::isDeadForLong).forEach(other -> {
                LOG.warn("LEASES_TAKEN_OVER gateway process {} is gone, its deliveries go on here", other);
                taker.accept(other);
            });
        } catch (SQLException | LedgerException e) {
            LOG.warn("the presence of this gateway cannot be shown, again soon: {}", e.getMessage());
            close();
        }
    }

    private boolean isDeadForLong(String other) {
        long now = nanos.getAsLong();
        return now - foundDead.computeIfAbsent(other, unknown -> now) >= GRACE_NANOS;
    }

    private static boolean isDead(Sql sql, String other) {
        boolean free = sql.first(TRY, row -> row.flag("free"), other).orElse(false);
        if (free) {
            sql.first(LET_GO, row -> true, other);
        }
        return free;
    }

    private Connection connected() throws SQLException {
        Connection known = connection;
        if (known != null && known.isValid(1)) {
            return known;
        }
        close();
        Connection fresh = database.openWriter();
        fresh.setAutoCommit(true);
        connection = fresh;
        Sql.borrowing(fresh).first(HOLD, row -> true, owner);
        return fresh;
    }

    @Override
    public synchronized void close() {
        Connection old = connection;
        connection = null;
        try {
            if (old != null) {
                old.close();
            }
        } catch (SQLException e) {
            // it is being given up
        }
    }
}
