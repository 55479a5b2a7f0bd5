package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotlinegateway.ledger.DeskCopy.Judged;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.Sealed;
import org.jspecify.annotations.Nullable;

/** Statements on corrected copies. */
final class CopySql {
    static final String WAITS = """
            select 1 as found from desk_copy where side = ? and item_id = ? and judged_at is null limit 1""";
    static final String OF = "select * from desk_copy where side = ? and item_id = ? order by id";
    static final String WAITING = "select * from desk_copy where judged_at is null order by id limit ?";
    static final String IN_FORCE = """
            select * from desk_copy where side = ? and item_id = ? and state = 'APPROVED' order by id desc limit 1""";

    private final Sql sql;
    private final Dialect dialect;
    private final FieldCipher cipher;

    CopySql(Sql sql, Dialect dialect, FieldCipher cipher) {
        this.sql = sql;
        this.dialect = dialect;
        this.cipher = cipher;
    }

    /** True while a copy of it waits for approval. */
    boolean waits(DeskSide side, long id) {
        return sql.first(WAITS, row -> true, side, id).isPresent();
    }

    Optional<DeskCopy> find(long id) {
        return sql.first("select * from desk_copy where id = ?", this::copy, id);
    }

    List<DeskCopy> of(DeskSide side, long id) {
        return sql.list(OF, this::copy, side, id);
    }

    List<DeskCopy> waiting(int limit) {
        return sql.list(WAITING, this::copy, limit);
    }

    /** The approved copy that goes in place of the original, the newest of several. */
    Optional<DeskCopy> inForce(DeskSide side, long id) {
        return sql.first(IN_FORCE, this::copy, side, id);
    }

    /** Keeps a copy; empty when what it is of does not wait. A copy that waits already is replaced and kept as such. */
    Optional<Long> add(DeskSide side, long itemId, byte[] content, String by, String reason, Instant now) {
        if (attemptsIfWaiting(side, itemId).isEmpty()) {
            return Optional.empty();
        }
        sql.update(
                "update desk_copy set state = 'REJECTED', judged_at = ?, judged_by = ?, judge_reason = 'edited again'"
                        + " where side = ? and item_id = ? and judged_at is null",
                now,
                by,
                side,
                itemId);
        Sealed sealed = cipher.seal(content, place(side, itemId));
        return sql.first(
                "insert into desk_copy (side, item_id, state, content_key, content, edited_at, edited_by, edit_reason)"
                        + " values (?, ?, 'WAITING', ?, ?, ?, ?, ?) returning id",
                row -> row.number("id"),
                side,
                itemId,
                sealed.keyId(),
                sealed.bytes(),
                now,
                by,
                reason);
    }

    Judged judge(long id, boolean approve, String by, String reason, Instant now) {
        Optional<DeskCopy> found = sql.first("select * from desk_copy where id = ?" + dialect.lock, this::copy, id)
                .filter(copy -> copy.state() == CopyState.WAITING);
        if (found.isEmpty()) {
            return Judged.NOT_WAITING;
        }
        DeskCopy copy = found.get();
        if (approve && copy.editedBy().equals(by)) {
            return Judged.SAME_PERSON;
        }
        Optional<Integer> attempts = attemptsIfWaiting(copy.side(), copy.itemId());
        CopyState next =
                !approve ? CopyState.REJECTED : attempts.isPresent() ? CopyState.APPROVED : CopyState.OVERTAKEN;
        judged(id, next, by, reason, attempts.orElse(null), now);
        if (next == CopyState.APPROVED && copy.side() == DeskSide.MESSAGE) {
            sql.update("update message set copy_id = ? where id = ?", id, copy.itemId());
        }
        return next == CopyState.OVERTAKEN ? Judged.OVERTAKEN : Judged.DONE;
    }

    private void judged(long id, CopyState next, String by, String reason, @Nullable Integer attempts, Instant now) {
        sql.update(
                "update desk_copy set state = ?, judged_at = ?, judged_by = ?, judge_reason = ?, from_attempt = ?"
                        + " where id = ?",
                next,
                now,
                by,
                reason,
                attempts,
                id);
    }

    /** Attempts so far of what waits, its row locked; empty when it does not wait. */
    private Optional<Integer> attemptsIfWaiting(DeskSide side, long id) {
        if (side == DeskSide.ATTACHMENT) {
            return Optional.empty();
        }
        return side == DeskSide.DELIVERY
                ? sql.first(
                        "select attempts from delivery where id = ? and state = 'HELD'" + dialect.lock,
                        row -> row.count("attempts"),
                        id)
                : sql.first("select id from message where id = ? and state = 'PARKED'" + dialect.lock, row -> 0, id);
    }

    private DeskCopy copy(Row row) throws SQLException {
        DeskSide side = DeskSide.valueOf(row.text("side"));
        long itemId = row.number("item_id");
        return new DeskCopy(
                row.number("id"),
                side,
                itemId,
                CopyState.valueOf(row.text("state")),
                cipher.open(row.sealed("content"), place(side, itemId)),
                row.instant("edited_at"),
                row.text("edited_by"),
                row.text("edit_reason"),
                row.instantOrNull("judged_at"),
                row.textOrNull("judged_by"),
                row.textOrNull("judge_reason"));
    }

    private static String place(DeskSide side, long itemId) {
        return "copy:" + side + "/" + itemId;
    }
}
