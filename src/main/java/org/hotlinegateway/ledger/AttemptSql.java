package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.hotlinegateway.ledger.Settlement.Outcome;
import org.hotlinegateway.vault.FieldCipher;

/** Statements on the histories of deliveries. */
final class AttemptSql {
    private static final String INSERT = """
            insert into attempt (delivery_id, attempt, at, outcome, next_state, code, text, peer_reference,
                mapping_digest, took_ms, done_by, reason, conversions_key, conversions)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    static final String OF_DELIVERY = "select * from attempt where delivery_id = ? order by id";

    private final Sql sql;
    private final FieldCipher cipher;

    AttemptSql(Sql sql, FieldCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    ConversionRow sealed(ClaimedDelivery claimed, List<Conversion> conversions) {
        return ConversionRow.of(conversions, conversionsPlace(claimed.id(), claimed.attempt()), cipher);
    }

    void add(ClaimedDelivery claimed, Settlement s, ConversionRow converted) {
        sql.update(
                INSERT,
                claimed.id(),
                claimed.attempt(),
                s.at(),
                s.outcome(),
                s.next(),
                s.code(),
                s.text(),
                s.peerReference(),
                s.mappingDigest(),
                s.took().toMillis(),
                null,
                null,
                converted.keyId(),
                converted.bytes());
    }

    void leaseRanOut(long deliveryId, int attempt, Instant now) {
        sql.update(
                INSERT,
                deliveryId,
                attempt,
                now,
                Outcome.UNKNOWN,
                DeliveryState.READY,
                "LEASE_RAN_OUT",
                "the process that sent it did not come back with an outcome",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    void byPerson(LaneEntry entry, DeliveryState next, String by, String reason, Instant now) {
        String outcome = next == DeliveryState.SKIPPED ? "SKIPPED" : "REPLAYED";
        sql.update(
                INSERT,
                entry.id(),
                entry.attempts(),
                now,
                outcome,
                next,
                null,
                null,
                null,
                null,
                null,
                by,
                reason,
                null,
                null);
    }

    /** A person put back what was set aside. */
    void restored(long deliveryId, String by, String reason, Instant now) {
        sql.update(
                "insert into attempt (delivery_id, attempt, at, outcome, next_state, done_by, reason)"
                        + " select id, attempts, ?, 'RESTORED', 'HELD', ?, ? from delivery where id = ?",
                now,
                by,
                reason,
                deliveryId);
    }

    List<StoredAttempt> of(long deliveryId) {
        return sql.list(OF_DELIVERY, AttemptSql::attempt, deliveryId);
    }

    static String conversionsPlace(long deliveryId, int attempt) {
        return "conversions:attempt/" + deliveryId + "/" + attempt;
    }

    private static StoredAttempt attempt(Row row) throws SQLException {
        return new StoredAttempt(
                row.number("delivery_id"),
                row.count("attempt"),
                row.instant("at"),
                row.text("outcome"),
                DeliveryState.valueOf(row.text("next_state")),
                row.textOrNull("code"),
                row.textOrNull("text"),
                row.textOrNull("peer_reference"),
                row.textOrNull("mapping_digest"),
                row.numberOrNull("took_ms"),
                row.textOrNull("done_by"),
                row.textOrNull("reason"));
    }
}
