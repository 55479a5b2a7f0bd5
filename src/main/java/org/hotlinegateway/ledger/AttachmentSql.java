package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotlinegateway.ledger.UploadedAttachment.Filed;
import org.hotlinegateway.ledger.UploadedAttachment.Verdict;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.Sealed;
import org.jspecify.annotations.Nullable;

/** Statements on files of cases. */
final class AttachmentSql {
    static final String DUE = """
            select id from attachment where settled_at is null and due <= ?
            and (lease_until is null or lease_until <= ?) order by due, id limit ?""";
    static final String OF_CASE = """
            select a.*, c.case_no from attachment a join cases c on c.id = a.case_id
            where c.case_no = ? order by a.id""";
    static final String KNOWS = "select 1 as found from attachment where address = ? limit 1";
    static final String IN_STATE = """
            select a.*, c.case_no from attachment a left join cases c on c.id = a.case_id
            where a.state = ? order by a.id limit ?""";

    private static final String ROW =
            "select a.*, c.case_no from attachment a left join cases c on c.id = a.case_id where ";
    private static final String INSERT = """
            insert into attachment (public_id, peer, case_ref, file_id, case_id, state, due, attempts, fence,
                created_at, address, size, media_type, named, described_key, described)
            values (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String CLAIM = """
            update attachment set fence = fence + 1, attempts = attempts + 1, lease_until = ?
            where id = ? and settled_at is null and due <= ? and (lease_until is null or lease_until <= ?)""";
    private static final String SETTLE = """
            update attachment set state = ?, due = ?, settled_at = ?, reason = ?, address = ?, size = ?, media_type = ?,
                attempts = case when state = ? then attempts else 0 end, lease_until = null
            where id = ? and fence = ? and lease_until is not null""";

    /** When one is due that waits for its peer. */
    private static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    /** What is known of one whose description does not open. */
    private static final byte[] NOTHING = {'{', '}'};

    private final Sql sql;
    private final Dialect dialect;
    private final FieldCipher cipher;

    AttachmentSql(Sql sql, Dialect dialect, FieldCipher cipher) {
        this.sql = sql;
        this.dialect = dialect;
        this.cipher = cipher;
    }

    Optional<StoredAttachment> find(String publicId) {
        return sql.first(ROW + "a.public_id = ?", this::attachment, publicId);
    }

    private StoredAttachment find(long id) {
        return sql.first(ROW + "a.id = ?", this::attachment, id).orElseThrow();
    }

    List<StoredAttachment> of(String caseNo) {
        return sql.list(OF_CASE, this::attachment, caseNo);
    }

    List<StoredAttachment> in(AttachmentState state, int limit) {
        return sql.list(IN_STATE, this::attachment, state, limit);
    }

    Map<AttachmentState, Long> counts() {
        Map<AttachmentState, Long> counts = new EnumMap<>(AttachmentState.class);
        sql.list("select state, count(*) as many from attachment group by state", row -> {
            return counts.put(AttachmentState.valueOf(row.text("state")), row.number("many"));
        });
        return counts;
    }

    List<Long> due(Instant now, int limit) {
        return sql.list(DUE, row -> row.number("id"), now, now, limit);
    }

    boolean knows(String address) {
        return sql.first(KNOWS, row -> true, address).isPresent();
    }

    Optional<StoredAttachment> claim(long id, Duration lease, Instant now) {
        return sql.update(CLAIM, now.plus(lease), id, now, now) == 0 ? Optional.empty() : Optional.of(find(id));
    }

    boolean settle(StoredAttachment claimed, AttachmentSettlement s, Instant now) {
        AttachmentBytes bytes = s.bytes();
        return sql.update(
                        SETTLE,
                        s.next(),
                        s.due() == null ? NEVER : s.due(),
                        s.due() == null ? now : null,
                        s.reason(),
                        bytes == null ? null : bytes.address(),
                        bytes == null ? null : bytes.size(),
                        bytes == null ? null : bytes.mediaType(),
                        s.next(),
                        claimed.id(),
                        claimed.fence())
                > 0;
    }

    /** Notes a file that a message of a case names. */
    void name(String peer, long caseId, String caseNo, String peerReference, NamedAttachment named, Instant now) {
        Optional<StoredAttachment> known = known(peer, named.fileId(), caseNo, peerReference);
        if (known.isEmpty()) {
            AttachmentState state = named.fetched() ? AttachmentState.WANTED : AttachmentState.NAMED;
            insert(peer, caseNo, named.fileId(), caseId, state, named.described(), null, now);
        } else if (known.get().caseNo() == null) {
            join(known.get(), caseId, named, now);
        } else if (known.get().state() == AttachmentState.NAMED && named.fetched()) {
            described(known.get(), named.described(), true);
            begin(known.get().id(), AttachmentState.WANTED, now);
        }
    }

    /** One that was uploaded before its case was there; what is kept already is due again, so that the case hears. */
    private void join(StoredAttachment early, long caseId, NamedAttachment named, Instant now) {
        described(early, named.described(), true);
        sql.update("update attachment set case_id = ? where id = ?", caseId, early.id());
        if (early.state() == AttachmentState.KEPT) {
            begin(early.id(), AttachmentState.STORED, now);
        }
    }

    Filed file(UploadedAttachment u, @Nullable Long caseId, String caseRef, Instant now) {
        Optional<StoredAttachment> known = known(u.peer(), u.fileId(), caseRef, u.caseRef());
        if (known.isEmpty()) {
            long id = insert(
                    u.peer(), caseRef, u.fileId(), caseId, AttachmentState.STORED, u.described(), u.bytes(), now);
            return new Filed(Verdict.TAKEN, find(id));
        }
        StoredAttachment before = known.get();
        if (before.address() != null && before.state() != AttachmentState.HELD) {
            boolean same = before.address().equals(u.bytes().address());
            return new Filed(same ? Verdict.DUPLICATE : Verdict.CONFLICT, before);
        }
        described(before, u.described(), false);
        sql.update(
                "update attachment set address = ?, size = ?, media_type = ? where id = ?",
                u.bytes().address(),
                u.bytes().size(),
                u.bytes().mediaType(),
                before.id());
        begin(before.id(), AttachmentState.STORED, now);
        return new Filed(Verdict.TAKEN, find(before.id()));
    }

    private Optional<StoredAttachment> known(String peer, String fileId, String caseRef, String otherRef) {
        dialect.lockName(sql, "attachment:" + peer + "/" + fileId);
        return sql.first(
                ROW + "a.peer = ? and a.file_id = ? and a.case_ref in (?, ?) order by a.id limit 1",
                this::attachment,
                peer,
                fileId,
                caseRef,
                otherRef);
    }

    private long insert(
            String peer,
            String caseRef,
            String fileId,
            @Nullable Long caseId,
            AttachmentState state,
            byte[] described,
            @Nullable AttachmentBytes bytes,
            Instant now) {
        String publicId = Receipts.next(now);
        Sealed sealed = cipher.seal(described, place(publicId));
        return sql.first(
                        INSERT + " returning id",
                        row -> row.number("id"),
                        publicId,
                        peer,
                        caseRef,
                        fileId,
                        caseId,
                        state,
                        state == AttachmentState.NAMED ? NEVER : now,
                        now,
                        bytes == null ? null : bytes.address(),
                        bytes == null ? null : bytes.size(),
                        bytes == null ? null : bytes.mediaType(),
                        bytes == null,
                        sealed.keyId(),
                        sealed.bytes())
                .orElseThrow();
    }

    private void described(StoredAttachment of, byte[] described, boolean named) {
        Sealed sealed = cipher.seal(described, place(of.publicId()));
        sql.update(
                "update attachment set described_key = ?, described = ?, named = ? where id = ? and named <= ?",
                sealed.keyId(),
                sealed.bytes(),
                named,
                of.id(),
                named);
    }

    /** Starts anew; whoever still works at it finds its fence stale. */
    private void begin(long id, AttachmentState state, Instant now) {
        sql.update(
                "update attachment set state = ?, due = ?, settled_at = null, reason = null, attempts = 0,"
                        + " fence = fence + 1, lease_until = null where id = ?",
                state,
                state == AttachmentState.NAMED ? NEVER : now,
                id);
    }

    boolean damaged(String publicId, String reason, Instant now) {
        return sql.update(
                        "update attachment set state = 'HELD', settled_at = ?, due = ?, reason = ?, fence = fence + 1,"
                                + " lease_until = null where public_id = ?",
                        now,
                        NEVER,
                        reason,
                        publicId)
                > 0;
    }

    /**
     * Lets a held one start again: with its bytes where they are kept, else by fetching it, since one that waits for its
     * peer is never held.
     */
    boolean replayHeld(long id, String by, String reason, Instant now) {
        StoredAttachment held = find(id);
        AttachmentState from = held.address() == null ? AttachmentState.WANTED : AttachmentState.STORED;
        return held.state() == AttachmentState.HELD && replay(held.publicId(), from, by, reason, now);
    }

    boolean replay(String publicId, AttachmentState from, String by, String reason, Instant now) {
        Optional<StoredAttachment> given =
                find(publicId).filter(a -> a.state() == AttachmentState.HELD || a.state() == AttachmentState.REFUSED);
        given.ifPresent(attachment -> {
            begin(attachment.id(), from, now);
            sql.update(
                    "insert into attachment_replay (attachment_id, at, done_by, reason) values (?, ?, ?, ?)",
                    attachment.id(),
                    now,
                    by,
                    reason);
        });
        return given.isPresent();
    }

    private StoredAttachment attachment(Row row) throws SQLException {
        String publicId = row.text("public_id");
        byte[] described = cipher.openOrNull(row.sealed("described"), place(publicId));
        return new StoredAttachment(
                row.number("id"),
                publicId,
                row.text("peer"),
                row.text("case_ref"),
                row.text("file_id"),
                row.textOrNull("case_no"),
                AttachmentState.valueOf(row.text("state")),
                row.count("attempts"),
                row.number("fence"),
                row.textOrNull("reason"),
                row.textOrNull("address"),
                row.numberOrNull("size"),
                row.textOrNull("media_type"),
                row.instant("created_at"),
                described == null ? NOTHING : described,
                described != null);
    }

    private static String place(String publicId) {
        return "attachment:" + publicId;
    }
}
