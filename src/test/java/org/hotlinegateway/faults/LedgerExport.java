package org.hotlinegateway.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Reads a ledger beside its gateway, or after it. */
final class LedgerExport implements AutoCloseable {
    private final Connection connection;

    /** @param url address of the ledger, as the gateway has it */
    LedgerExport(String url) {
        try {
            connection = DriverManager.getConnection(url);
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be read", e);
        }
    }

    /** Writes what the checker reads, in place of an earlier export. */
    void to(Histories histories) {
        export(
                histories,
                "messages",
                "select id, receipt, message_key, payload_hash, state, lane from message order by id");
        export(
                histories,
                "deliveries",
                "select d.id, c.case_no, d.peer, d.seq, d.event_type, d.state, d.attempts, d.last_code"
                        + " from delivery d join cases c on c.id = d.case_id order by d.id");
        export(
                histories,
                "attempts",
                "select id, delivery_id, attempt, outcome, next_state, code, done_by from attempt order by id");
        export(
                histories,
                "events",
                "select c.case_no, e.seq, e.source, e.event_id, e.type, e.version from event e"
                        + " join cases c on c.id = e.case_id order by e.case_id, e.seq");
    }

    private void export(Histories histories, String table, String query) {
        try {
            Files.deleteIfExists(histories.ledger(table));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (HistoryFile file = new HistoryFile(histories.ledger(table))) {
            rows(query).forEach(file::add);
        }
    }

    private List<Object[]> rows(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<Object[]> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                Object[] row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    String cell = result.getString(i + 1);
                    row[i] = cell == null ? "" : cell;
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be read", e);
        }
    }

    /** Messages not decided and deliveries neither settled nor held. */
    long waiting() {
        return number("select (select count(*) from message where decided_at is null and state = 'RECEIVED')"
                + " + (select count(*) from delivery where settled_at is null and state <> 'HELD')");
    }

    /** Messages and deliveries so far. */
    long moved() {
        return number("select (select count(*) from message) + (select count(*) from delivery)");
    }

    /** Attempts that found no connection to this peer. */
    long notConnected(String peer) {
        return number("select count(*) from attempt a join delivery d on d.id = a.delivery_id"
                + " where a.code = 'NOT_CONNECTED' and d.peer = '" + peer + "'");
    }

    /** Deliveries this gateway holds now. */
    long claims(String owner) {
        return number("select count(*) from delivery where state = 'CLAIMED' and owner = '" + owner + "'");
    }

    /** Claims whose lease ran out before a result came. */
    long leasesRunOut() {
        return number("select count(*) from attempt where code = 'LEASE_RAN_OUT'");
    }

    /** One moment of the balance: the totals and every state. */
    String sample() {
        StringJoiner text = new StringJoiner("\t");
        rows("select 'messages', count(*) from message union all select 'deliveries', count(*) from delivery"
                        + " union all select 'message.' || state, count(*) from message group by state"
                        + " union all select 'delivery.' || state, count(*) from delivery group by state")
                .forEach(row -> text.add(row[0] + "=" + row[1]));
        return text.toString();
    }

    private long number(String query) {
        return Long.parseLong(String.valueOf(rows(query).get(0)[0]));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
