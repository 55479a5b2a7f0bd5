package org.hotlinegateway.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements on one connection; a writer keeps them prepared, a reader borrows its connection too briefly for that. */
final class Sql {
    private final Connection connection;
    private final boolean keeps;
    private final Map<String, PreparedStatement> kept = new HashMap<>();

    private Sql(Connection connection, boolean keeps) {
        this.connection = connection;
        this.keeps = keeps;
    }

    static Sql keeping(Connection connection) {
        return new Sql(connection, true);
    }

    static Sql borrowing(Connection connection) {
        return new Sql(connection, false);
    }

    /** Changes rows and says how many. */
    int update(String text, @Nullable Object... values) {
        return with(text, values, PreparedStatement::executeUpdate);
    }

    /** The first row, if there is one; also for statements that change rows and return them. */
    <T> Optional<T> first(String text, Row.Mapper<T> mapper, @Nullable Object... values) {
        return with(text, values, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(mapper.map(new Row(result))) : Optional.empty();
            }
        });
    }

    <T> List<T> list(String text, Row.Mapper<T> mapper, @Nullable Object... values) {
        return with(text, values, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(mapper.map(new Row(result)));
                }
                return rows;
            }
        });
    }

    private interface Use<T> {
        T apply(PreparedStatement statement) throws SQLException;
    }

    private <T> T with(String text, @Nullable Object[] values, Use<T> use) {
        try {
            PreparedStatement statement = prepare(text);
            try {
                bind(statement, values);
                return use.apply(statement);
            } finally {
                if (!keeps) {
                    statement.close();
                }
            }
        } catch (SQLException e) {
            throw new LedgerException("the ledger's database refused a statement: " + e.getMessage(), e);
        }
    }

    private PreparedStatement prepare(String text) throws SQLException {
        PreparedStatement statement = kept.get(text);
        if (statement == null) {
            statement = connection.prepareStatement(text);
            if (keeps) {
                kept.put(text, statement);
            }
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
    }

    private static void bind(PreparedStatement statement, int position, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(position, Types.NULL);
        } else if (value instanceof Long number) {
            statement.setLong(position, number);
        } else if (value instanceof Integer number) {
            statement.setInt(position, number);
        } else if (value instanceof Boolean flag) {
            statement.setInt(position, flag ? 1 : 0);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(position, bytes);
        } else if (value instanceof Instant instant) {
            statement.setLong(position, instant.toEpochMilli());
        } else {
            statement.setString(position, storable(value.toString()));
        }
    }

    /** PostgreSQL keeps no zero character, so neither database is given one. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
