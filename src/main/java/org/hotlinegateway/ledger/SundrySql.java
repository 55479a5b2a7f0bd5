package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.Sealed;

/** Statements on timers, keepsakes, series and nonces. */
final class SundrySql {
    static final String TIMERS_DUE = """
            select c.case_no, t.kind, t.due from timer t join cases c on c.id = t.case_id
            where t.due <= ? order by t.due, t.case_id limit ?""";

    static final String FORGET_NONCES = "delete from nonce where expires_at < ?";

    private final Sql sql;
    private final FieldCipher cipher;

    SundrySql(Sql sql, FieldCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    void schedule(long caseId, String kind, Instant due) {
        sql.update(
                "insert into timer (case_id, kind, due) values (?, ?, ?)"
                        + " on conflict (case_id, kind) do update set due = excluded.due",
                caseId,
                kind,
                due);
    }

    void putOff(Timer timer, Instant until) {
        sql.update(
                "update timer set due = ? where case_id = (select id from cases where case_no = ?) and kind = ?",
                until,
                timer.caseNo(),
                timer.kind());
    }

    void unschedule(String caseNo, String kind) {
        sql.update(
                "delete from timer where case_id = (select id from cases where case_no = ?) and kind = ?",
                caseNo,
                kind);
    }

    List<Timer> timersDue(Instant now, int limit) {
        return sql.list(
                TIMERS_DUE, row -> new Timer(row.text("case_no"), row.text("kind"), row.instant("due")), now, limit);
    }

    Optional<byte[]> keepsake(String kind, String key) {
        return sql.first(
                        "select document_key, document from keepsake where kind = ? and name = ?",
                        row -> row.sealed("document"),
                        kind,
                        key)
                .map(kept -> cipher.open(kept, place(kind, key)));
    }

    void keep(String kind, String key, byte[] document) {
        Sealed sealed = cipher.seal(document, place(kind, key));
        sql.update(
                "insert into keepsake (kind, name, document_key, document) values (?, ?, ?, ?)"
                        + " on conflict (kind, name) do update set document_key = excluded.document_key,"
                        + " document = excluded.document",
                kind,
                key,
                sealed.keyId(),
                sealed.bytes());
    }

    String hidden(String personal) {
        return cipher.hashes().of(personal);
    }

    long next(String series) {
        return sql.first(
                        "insert into series (name, value) values (?, 1)"
                                + " on conflict (name) do update set value = series.value + 1 returning value",
                        row -> row.number("value"),
                        series)
                .orElseThrow();
    }

    /** Remembers a nonce; false when it is there and has not run out. */
    boolean useNonce(String appId, String nonce, Instant until, Instant now) {
        return sql.update(
                        "insert into nonce (app_id, nonce, expires_at) values (?, ?, ?)"
                                + " on conflict (app_id, nonce) do update set expires_at = excluded.expires_at"
                                + " where nonce.expires_at < ?",
                        appId,
                        nonce,
                        until,
                        now)
                > 0;
    }

    int forgetNonces(Instant now) {
        return sql.update(FORGET_NONCES, now);
    }

    private static String place(String kind, String key) {
        return "keepsake:" + kind + "/" + key;
    }
}
