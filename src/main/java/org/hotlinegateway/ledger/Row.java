package org.hotlinegateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.hotlinegateway.vault.Sealed;
import org.jspecify.annotations.Nullable;

/** The current row of a result, by column name. */
record Row(ResultSet result) {
    /** Makes a value of a row. */
    @FunctionalInterface
    interface Mapper<T> {
        T map(Row row) throws SQLException;
    }

    long number(String column) throws SQLException {
        return result.getLong(column);
    }

    int count(String column) throws SQLException {
        return result.getInt(column);
    }

    boolean flag(String column) throws SQLException {
        return result.getInt(column) != 0;
    }

    String text(String column) throws SQLException {
        return result.getString(column);
    }

    @Nullable
    String textOrNull(String column) throws SQLException {
        return result.getString(column);
    }

    @Nullable
    Long numberOrNull(String column) throws SQLException {
        long value = result.getLong(column);
        return result.wasNull() ? null : value;
    }

    Instant instant(String column) throws SQLException {
        return Instant.ofEpochMilli(result.getLong(column));
    }

    @Nullable
    Instant instantOrNull(String column) throws SQLException {
        Long millis = numberOrNull(column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    byte[] bytes(String column) throws SQLException {
        return result.getBytes(column);
    }

    Sealed sealed(String column) throws SQLException {
        return new Sealed(result.getString(column + "_key"), result.getBytes(column));
    }
}
