package org.hotlinegateway.ledger;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;
import org.jspecify.annotations.Nullable;

/** Tells whether a ledger is whole: its pages, its rows among each other, and the keys of what is sealed in it. */
final class LedgerCheck {
    private static final Map<String, String> RULES = rules();

    private final Connection connection;
    private final Dialect dialect;
    private final Sql sql;
    private final List<String> problems = new ArrayList<>();

    LedgerCheck(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
        this.sql = Sql.borrowing(connection);
    }

    private static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put(
                "cases whose last sequence is behind their events",
                "select count(*) as n from cases c where last_seq < (select max(seq) from event e where e.case_id = c.id)");
        rules.put(
                "deliveries settled and open at once",
                "select count(*) as n from delivery where (settled_at is null) <> (state in ('READY', 'CLAIMED', 'HELD'))");
        rules.put(
                "deliveries without their event",
                "select count(*) as n from delivery d where not exists"
                        + " (select 1 from event e where e.case_id = d.case_id and e.seq = d.seq)");
        rules.put(
                "messages decided and open at once",
                "select count(*) as n from message where (decided_at is null) <> (state in ('RECEIVED', 'PARKED'))");
        return rules;
    }

    /**
     * Looks at everything.
     *
     * @param keys the storage keys to hold against it, or null: only tell which are needed
     */
    LedgerState look(@Nullable KeyRing keys) throws SQLException {
        pages();
        RULES.forEach(this::mustBeNone);
        Set<String> ids = keyIds();
        if (keys != null) {
            opens(keys, ids);
            follows(keys);
        }
        return new LedgerState(schema(), rows(), ids, problems);
    }

    private void pages() {
        if (dialect == Dialect.SQLITE) {
            sql.list("pragma integrity_check", row -> row.text("integrity_check")).stream()
                    .filter(found -> !found.equals("ok"))
                    .forEach(problems::add);
            int loose = sql.list("pragma foreign_key_check", row -> row.text("table"))
                    .size();
            if (loose > 0) {
                problems.add("rows that point to nothing: " + loose);
            }
        }
    }

    private void mustBeNone(String what, String counting) {
        long count = sql.first(counting, row -> row.number("n")).orElse(0L);
        if (count > 0) {
            problems.add(what + ": " + count);
        }
    }

    /** Ids of all keys with which something in this ledger is sealed: of each column {@code x_key} beside an {@code x}. */
    private Set<String> keyIds() throws SQLException {
        Set<String> ids = new TreeSet<>();
        DatabaseMetaData about = connection.getMetaData();
        Map<String, Set<String>> columns = new TreeMap<>();
        try (ResultSet result = about.getColumns(null, dialect == Dialect.POSTGRESQL ? "public" : null, null, null)) {
            while (result.next()) {
                columns.computeIfAbsent(result.getString("TABLE_NAME"), table -> new TreeSet<>())
                        .add(result.getString("COLUMN_NAME"));
            }
        }
        columns.forEach((table, names) -> names.stream()
                .filter(name -> name.endsWith("_key") && names.contains(name.substring(0, name.length() - 4)))
                .forEach(name -> ids.addAll(keyIds(table, name))));
        return ids;
    }

    private List<String> keyIds(String table, String column) {
        return sql.list(
                "select distinct " + column + " as id from " + table + " where " + column + " is not null",
                row -> row.text("id"));
    }

    /** Having a key of that name is not yet having the key: one message of each is opened. */
    private void opens(KeyRing keys, Set<String> ids) throws SQLException {
        Optional<String> refusal = KeyProofs.refusal(connection, new FieldCipher(keys));
        if (refusal.isPresent()) {
            problems.add(refusal.get());
            return;
        }
        Set<String> missing = new TreeSet<>(ids);
        missing.removeAll(keys.ids());
        if (!missing.isEmpty()) {
            problems.add("keys that are not in the key ring: field." + String.join(", field.", missing));
        }
        MessageSql messages = new MessageSql(sql, dialect, new FieldCipher(keys));
        sql.list("select max(id) as id from message group by raw_key", row -> row.number("id"))
                .forEach(id -> opens(messages, id));
    }

    /** A ledger from before there was an audit has none. */
    private void follows(KeyRing keys) throws SQLException {
        try (ResultSet audit = connection.getMetaData().getTables(null, null, "audit", null)) {
            Long broken = audit.next()
                    ? new AuditSql(sql, dialect, new FieldCipher(keys).hashes())
                            .chain()
                            .brokenAt()
                    : null;
            if (broken != null) {
                problems.add("audit: line " + broken + " does not follow from the line before it:"
                        + " one of them was changed, put in or removed");
            }
        }
    }

    private void opens(MessageSql messages, long id) {
        try {
            messages.find(id);
        } catch (IllegalStateException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private String schema() {
        return sql.first(
                        "select version from flyway_schema_history where version is not null"
                                + " order by installed_rank desc limit 1",
                        row -> row.text("version"))
                .orElse("none");
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (String table : List.of("message", "cases", "event", "delivery", "attempt")) {
            rows.put(
                    table,
                    sql.first("select count(*) as n from " + table, row -> row.number("n"))
                            .orElse(0L));
        }
        return rows;
    }
}
