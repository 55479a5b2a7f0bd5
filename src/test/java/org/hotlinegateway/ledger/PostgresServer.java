package org.hotlinegateway.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One real PostgreSQL for all tests of the process; a test that cannot have it fails. It does not sync: no test takes
 * its power away, and new databases come and go quicker.
 */
public final class PostgresServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresServer() {}

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start("128MB");
    }

    /** A server of its own, with so much memory for pages. */
    static EmbeddedPostgres start(String sharedBuffers) {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("shared_buffers", sharedBuffers)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes an empty database and returns its address. */
    public static String newDatabase() {
        return newDatabase(Holder.SERVER);
    }

    static String newDatabase(EmbeddedPostgres server) {
        String name = "ledger" + DATABASES.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.getJdbcUrl("postgres", name);
    }
}
