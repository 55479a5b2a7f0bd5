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

/** Reads a ledger beside a running gateway, or without one: takes no lock, writes nothing. */
public final class LedgerReader implements Recordings, AutoCloseable {
    private final Connection connection;
    private final Recordings recordings;

    private LedgerReader(Connection connection, FieldCipher cipher) {
        this.connection = connection;
        this.recordings = new RecordingSql(Sql.keeping(connection), cipher);
    }

    /**
     * Opens a ledger for reading.
     *
     * @param url JDBC address, {@code jdbc:sqlite:…} or {@code jdbc:postgresql:…}
     * @throws LedgerException when there is none
     */
    public static LedgerReader open(String url, FieldCipher cipher) {
        boolean sqlite = Dialect.of(url) == Dialect.SQLITE;
        if (sqlite) {
            requireFile(url);
        }
        Properties properties = new Properties();
        if (sqlite) {
            properties.setProperty("open_mode", "1");
            properties.setProperty("busy_timeout", "5000");
        }
        try {
            Connection connection = DriverManager.getConnection(url, properties);
            connection.setReadOnly(true);
            return new LedgerReader(connection, cipher);
        } catch (SQLException e) {
            throw new LedgerException("the ledger " + url.replaceAll("\\?.*", "") + " cannot be opened", e);
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

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new LedgerException("the ledger cannot be closed", e);
        }
    }
}
