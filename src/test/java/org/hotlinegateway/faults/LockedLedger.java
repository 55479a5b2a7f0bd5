package org.hotlinegateway.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Somebody else holds SQLite's write lock for a while, as a careless backup does. */
final class LockedLedger implements Episode {
    private final String url;
    private Connection connection;

    LockedLedger(String url) {
        this.url = url;
    }

    @Override
    public String fault() {
        return "LEDGER_LOCKED";
    }

    @Override
    public String where() {
        return "ledger";
    }

    @Override
    public void begin() throws SQLException {
        connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 2000");
            statement.execute("begin immediate");
        } catch (SQLException e) {
            connection.close();
            connection = null;
        }
    }

    @Override
    public long end() throws SQLException {
        if (connection == null) {
            return 0;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("rollback");
        }
        connection.close();
        return 1;
    }
}
