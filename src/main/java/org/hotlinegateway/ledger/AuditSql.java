package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotlinegateway.vault.KeyedHash;
import org.jspecify.annotations.Nullable;

/** Statements on the audit and its chain. */
final class AuditSql {
    static final String AFTER = "select * from audit where id > ? order by id limit ?";
    static final String AFTER_OF = "select * from audit where done_by = ? and id > ? order by id limit ?";
    static final String LAST = "select hash from audit where id = (select max(id) from audit)";

    private static final String INSERT = "insert into audit (at, done_by, origin, act, subject, answers, status, hash)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?) returning id";
    private static final int AT_ONCE = 2_000;

    private final Sql sql;
    private final Dialect dialect;
    private final KeyedHash seal;

    AuditSql(Sql sql, Dialect dialect, KeyedHash seal) {
        this.sql = sql;
        this.dialect = dialect;
        this.seal = seal;
    }

    /** A line that is not written yet. */
    record Line(
            Instant at,
            String by,
            String origin,
            String act,
            String subject,
            @Nullable Long answers,
            @Nullable Integer status) {

        static Line of(AuditEntry entry) {
            return new Line(
                    entry.at(),
                    entry.by(),
                    entry.origin(),
                    entry.act(),
                    entry.subject(),
                    entry.answers(),
                    entry.status());
        }
    }

    /** Adds a line after the last one, which nobody else may follow meanwhile. */
    long add(Line line) {
        dialect.lockName(sql, "audit");
        String before = sql.first(LAST, row -> row.text("hash")).orElse("");
        return sql.first(
                        INSERT,
                        row -> row.number("id"),
                        line.at(),
                        line.by(),
                        line.origin(),
                        line.act(),
                        line.subject(),
                        line.answers(),
                        line.status(),
                        hash(before, line))
                .orElseThrow();
    }

    Optional<AuditEntry> find(long id) {
        return sql.first("select * from audit where id = ?", AuditSql::entry, id);
    }

    List<AuditEntry> after(long id, Optional<String> by, int limit) {
        return by.map(name -> sql.list(AFTER_OF, AuditSql::entry, name, id, limit))
                .orElseGet(() -> sql.list(AFTER, AuditSql::entry, id, limit));
    }

    AuditChain chain() {
        long lines = 0;
        String head = "";
        long last = 0;
        for (List<AuditEntry> some = after(0, Optional.empty(), AT_ONCE);
                !some.isEmpty();
                some = after(last, Optional.empty(), AT_ONCE)) {
            for (AuditEntry entry : some) {
                if (!hash(head, Line.of(entry)).equals(entry.hash())) {
                    return new AuditChain(lines, head, entry.id());
                }
                head = entry.hash();
                last = entry.id();
                lines++;
            }
        }
        return new AuditChain(lines, head, null);
    }

    /** Every field with its length, so that no two lines read the same. */
    private String hash(String before, Line line) {
        return seal.of(Stream.of(
                        "audit",
                        before,
                        line.at().toEpochMilli(),
                        line.by(),
                        line.origin(),
                        line.act(),
                        line.subject(),
                        line.answers(),
                        line.status())
                .map(String::valueOf)
                .map(field -> field.length() + ":" + field)
                .collect(Collectors.joining()));
    }

    private static AuditEntry entry(Row row) throws SQLException {
        return new AuditEntry(
                row.number("id"),
                row.instant("at"),
                row.text("done_by"),
                row.text("origin"),
                row.text("act"),
                row.text("subject"),
                row.numberOrNull("answers"),
                Optional.ofNullable(row.numberOrNull("status"))
                        .map(Long::intValue)
                        .orElse(null),
                row.text("hash"));
    }
}
