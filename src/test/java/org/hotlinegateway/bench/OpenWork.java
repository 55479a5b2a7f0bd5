package org.hotlinegateway.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;

/** Counts in a running gateway's SQLite ledger, read beside it. */
final class OpenWork implements AutoCloseable {
    private final Connection connection;

    OpenWork(Path dataDir) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + dataDir.resolve("ledger.db"));
    }

    /** Messages not decided and deliveries not acknowledged. */
    long backlog() throws SQLException {
        return count("select (select count(*) from message where decided_at is null)"
                + " + (select count(*) from delivery where settled_at is null)");
    }

    /** Where the open work waits: messages, then deliveries of each peer. */
    String places() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select 'messages', count(*) from message where decided_at is null"
                                + " union all select peer, count(*) from delivery where settled_at is null group by peer")) {
            StringJoiner places = new StringJoiner(", ");
            while (result.next()) {
                places.add(result.getString(1) + " " + result.getLong(2));
            }
            return places.toString();
        }
    }

    /** All messages and deliveries. */
    long messages() throws SQLException {
        return count("select (select count(*) from message) + (select count(*) from delivery)");
    }

    /** Messages parked or set aside and deliveries held. */
    long stuck() throws SQLException {
        return count("select (select count(*) from message where state not in ('RECEIVED', 'APPLIED'))"
                + " + (select count(*) from delivery where state = 'HELD')");
    }

    private long count(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
