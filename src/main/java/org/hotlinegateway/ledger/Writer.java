package org.hotlinegateway.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hotlinegateway.vault.FieldCipher;
import org.jspecify.annotations.Nullable;

/** The writing connection and its transaction; opened when needed and again after it was lost. */
final class Writer implements AutoCloseable {
    private final LedgerDatabase database;
    private final FieldCipher cipher;
    private final Clock clock;
    private @Nullable Connection connection;
    private @Nullable Tables tables;
    private @Nullable Instant lostUntil;

    Writer(LedgerDatabase database, FieldCipher cipher, Clock clock) {
        this.database = database;
        this.cipher = cipher;
        this.clock = clock;
    }

    Dialect dialect() {
        return database.dialect();
    }

    /** A view for one unit inside the current transaction. */
    SqlTx unit() {
        return new SqlTx(tables(), clock.instant().truncatedTo(ChronoUnit.MILLIS), lostUntil);
    }

    void commit() throws SQLException {
        connection().commit();
    }

    /** Undoes the transaction; a connection that cannot even do that is given up. */
    void rollback() {
        try {
            if (connection != null) {
                connection.rollback();
            }
        } catch (SQLException e) {
            close();
        }
    }

    private Tables tables() {
        if (tables == null) {
            tables = Tables.on(Sql.keeping(connection()), dialect(), cipher);
            lostUntil = new RestoredSql(tables.sql()).lostUntil();
        }
        return tables;
    }

    private Connection connection() {
        if (connection == null) {
            try {
                connection = database.openWriter();
            } catch (SQLException e) {
                throw new LedgerException("the ledger's database cannot be reached", e);
            }
        }
        return connection;
    }

    @Override
    public void close() {
        Connection old = connection;
        connection = null;
        tables = null;
        try {
            if (old != null) {
                old.close();
            }
        } catch (SQLException e) {
            // it is being given up
        }
    }
}
