package org.hotlinegateway.ledger;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite and PostgreSQL do not say in the same words. */
enum Dialect {
    /** One process, one writer: nobody to lock against. */
    SQLITE("", "", Map.of("id", "integer primary key", "bytes", "blob")) {
        @Override
        void lockName(Sql sql, String name) {
            // the only writer
        }

        @Override
        boolean isFatal(SQLException e) {
            return e instanceof SQLiteException sqlite
                    && UNTRUSTED.contains(primary(sqlite.getResultCode()))
                    && !isFull(e);
        }

        /** A log index that cannot grow is a full disk too, though it is told as an I/O error. */
        @Override
        boolean isFull(SQLException e) {
            return e instanceof SQLiteException sqlite
                    && (primary(sqlite.getResultCode()) == SQLiteErrorCode.SQLITE_FULL.code
                            || sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE);
        }

        @Override
        boolean isLost(SQLException e) {
            return false;
        }

        @Override
        boolean isTransient(SQLException e) {
            return e instanceof SQLiteException sqlite
                    && primary(sqlite.getResultCode()) == SQLiteErrorCode.SQLITE_BUSY.code;
        }

        private int primary(SQLiteErrorCode code) {
            return code.code & 0xff;
        }
    },

    /** Several instances may write: rows and names are locked until the commit. */
    POSTGRESQL(
            " for update",
            " for update skip locked",
            Map.of("id", "bigint generated always as identity primary key", "bytes", "bytea")) {
        @Override
        void lockName(Sql sql, String name) {
            sql.first("select pg_advisory_xact_lock(hashtextextended(?, 7))", row -> true, name);
        }

        @Override
        boolean isFatal(SQLException e) {
            return "58030".equals(e.getSQLState());
        }

        @Override
        boolean isFull(SQLException e) {
            return "53100".equals(e.getSQLState());
        }

        @Override
        boolean isLost(SQLException e) {
            String state = e.getSQLState();
            return state != null && (state.startsWith("08") || state.startsWith("57P"));
        }

        @Override
        boolean isTransient(SQLException e) {
            return e.getSQLState() != null && CONTENTION.contains(e.getSQLState());
        }
    };

    private static final Set<Integer> UNTRUSTED = Set.of(
            SQLiteErrorCode.SQLITE_IOERR.code, SQLiteErrorCode.SQLITE_CORRUPT.code, SQLiteErrorCode.SQLITE_NOTADB.code);

    /** Serialization failure, deadlock, lock time-out. */
    private static final Set<String> CONTENTION = Set.of("40001", "40P01", "55P03");

    final String lock;
    final String lockOrSkip;
    final Map<String, String> schemaWords;

    Dialect(String lock, String lockOrSkip, Map<String, String> schemaWords) {
        this.lock = lock;
        this.lockOrSkip = lockOrSkip;
        this.schemaWords = schemaWords;
    }

    static Dialect of(String url) {
        if (url.startsWith("jdbc:sqlite:")) {
            return SQLITE;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalStateException(
                "gateway.ledger.url: unknown database. Expected jdbc:sqlite:… or" + " jdbc:postgresql:….");
    }

    /** Holds a name until the commit, so that looking it up and acting on its absence are one step. */
    abstract void lockName(Sql sql, String name);

    /** The disk under the database cannot be trusted any more. */
    abstract boolean isFatal(SQLException e);

    /** There is no room left on the disk; nothing of the transaction is kept, and all before it is. */
    abstract boolean isFull(SQLException e);

    /** The connection is gone; what was being committed may or may not be kept. */
    abstract boolean isLost(SQLException e);

    /** Another writer was in the way; the same work may succeed when run again. */
    abstract boolean isTransient(SQLException e);
}
