package org.hotlinegateway.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.hotlinegateway.ledger.Recorded.Place;
import org.hotlinegateway.vault.FieldCipher;
import org.jspecify.annotations.Nullable;

/** Reads a ledger beside a running gateway, or without one: takes no lock, writes nothing. */
public final class LedgerReader implements Recordings, AutoCloseable {
    private final Connection connection;
    private final Recordings recordings;
    private final PublicationSql published;

    private LedgerReader(Connection connection, Dialect dialect, FieldCipher cipher) {
        Sql sql = Sql.keeping(connection);
        this.connection = connection;
        this.recordings = new RecordingSql(sql, cipher);
        this.published = new PublicationSql(sql, dialect);
    }

    /**
     * Opens a ledger for reading.
     *
     * @param url JDBC address, {@code jdbc:sqlite:…} or {@code jdbc:postgresql:…}
     * @throws LedgerException when there is none
     * @throws IllegalStateException when the cipher's keys are not those of this ledger
     */
    public static LedgerReader open(String url, FieldCipher cipher) {
        return open(url, null, null, cipher);
    }

    /** Likewise; user and password are for PostgreSQL, unless the address says them. */
    public static LedgerReader open(String url, @Nullable String user, @Nullable String password, FieldCipher cipher) {
        boolean sqlite = Dialect.of(url) == Dialect.SQLITE;
        if (sqlite) {
            requireFile(url);
        }
        Properties properties = new Properties();
        if (sqlite) {
            properties.setProperty("open_mode", "1");
            properties.setProperty("busy_timeout", "5000");
        } else if (user != null) {
            properties.setProperty("user", user);
            properties.setProperty("password", password == null ? "" : password);
        }
        try {
            Connection connection = DriverManager.getConnection(url, properties);
            connection.setReadOnly(true);
            requireKeys(connection, cipher);
            return new LedgerReader(connection, Dialect.of(url), cipher);
        } catch (SQLException e) {
            throw new LedgerException("the ledger " + url.replaceAll("\\?.*", "") + " cannot be opened", e);
        }
    }

    private static void requireKeys(Connection connection, FieldCipher cipher) throws SQLException {
        Optional<String> refusal = KeyProofs.refusal(connection, cipher);
        if (refusal.isPresent()) {
            connection.close();
            throw new IllegalStateException(refusal.get());
        }
    }

    private static void requireFile(String url) {
        Path file = LedgerDatabase.file(url);
        if (!Files.isRegularFile(file)) {
            throw new LedgerException("no ledger at " + file + ". Expected the data folder of a gateway");
        }
    }

    @Override
    public Optional<Recorded> recordedMessage(String id) {
        return recordings.recordedMessage(id);
    }

    @Override
    public Optional<Recorded> recordedDelivery(String id) {
        return recordings.recordedDelivery(id);
    }

    @Override
    public List<Recorded> recordedMessages(Period period, Place after, int limit) {
        return recordings.recordedMessages(period, after, limit);
    }

    @Override
    public List<Recorded> recordedDeliveries(Period period, Place after, int limit) {
        return recordings.recordedDeliveries(period, after, limit);
    }

    @Override
    public long countRecorded(Period period) {
        return recordings.countRecorded(period);
    }

    @Override
    public List<byte[]> documents(List<Long> deliveryIds) {
        return recordings.documents(deliveryIds);
    }

    /** The files of a mapping set that was published to this ledger, as a zip. */
    public Optional<byte[]> publishedSet(String digest) {
        return published.files(digest);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new LedgerException("the ledger cannot be closed", e);
        }
    }
}
