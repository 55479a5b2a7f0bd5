package org.hotlinegateway.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.hotlinegateway.vault.FieldCipher;
import org.jspecify.annotations.Nullable;

/** The database under the ledger: its schema, the writer's connection, the readers' pool. */
final class LedgerDatabase implements AutoCloseable {
    private static final String QUICK_SQLITE_PAGES = "pragma page_size = 8192";

    /** A plan made while a table was small and without statistics is kept; let it be one that goes by an index. */
    private static final String BY_INDEX = "set enable_seqscan = off";

    private final String url;
    private final LedgerSettings settings;
    private final Dialect dialect;
    private final @Nullable LedgerLock lock;
    private final HikariDataSource readers;

    private LedgerDatabase(String url, LedgerSettings settings) {
        this.url = url;
        this.settings = settings;
        this.dialect = Dialect.of(url);
        this.lock = dialect == Dialect.SQLITE ? LedgerLock.take(folder()) : null;
        try {
            prepare();
            this.readers = openReaders();
        } catch (RuntimeException e) {
            unlock();
            throw e;
        }
    }

    static LedgerDatabase open(LedgerSettings settings) {
        String url = settings.url();
        if (url == null || url.isBlank()) {
            throw new IllegalStateException(
                    "gateway.ledger.url: missing. Expected jdbc:sqlite:… or jdbc:postgresql:….");
        }
        return new LedgerDatabase(url, settings);
    }

    Dialect dialect() {
        return dialect;
    }

    /** Reads once more when the pooled connection turns out to be a dead one. */
    <T> T read(Function<Tables, T> query, FieldCipher cipher) {
        try {
            return readOnce(query, cipher);
        } catch (LedgerException e) {
            if (!(e.getCause() instanceof SQLException cause) || !dialect.isLost(cause)) {
                throw e;
            }
            readers.getHikariPoolMXBean().softEvictConnections();
            return readOnce(query, cipher);
        }
    }

    private <T> T readOnce(Function<Tables, T> query, FieldCipher cipher) {
        try (Connection connection = readers.getConnection()) {
            return query.apply(Tables.on(Sql.borrowing(connection), dialect, cipher));
        } catch (SQLException e) {
            throw new LedgerException("the ledger's database cannot be read", e);
        }
    }

    Connection openWriter() throws SQLException {
        Connection connection = connect(properties());
        if (dialect == Dialect.POSTGRESQL) {
            tune(connection);
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private static void tune(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(BY_INDEX);
            statement.execute("set lock_timeout = '500ms'");
        }
    }

    private Connection connect(Properties properties) throws SQLException {
        return DriverManager.getConnection(url, properties);
    }

    private void prepare() {
        if (dialect == Dialect.SQLITE) {
            createFile();
        }
        Flyway.configure()
                .dataSource(url, settings.user(), settings.password())
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor())
                .placeholders(dialect.schemaWords)
                .load()
                .migrate();
    }

    private String vendor() {
        return dialect == Dialect.SQLITE ? "sqlite" : "postgresql";
    }

    /** The page size can only be chosen while the file is empty. */
    private void createFile() {
        try (Connection connection = connect(new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute(QUICK_SQLITE_PAGES);
            statement.execute("pragma journal_mode = wal");
        } catch (SQLException e) {
            throw new LedgerException("the ledger's file cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Watches the disk; that of a PostgreSQL is known only by its complaints. */
    LedgerRoom room() {
        Supplier<OptionalLong> measure =
                dialect == Dialect.SQLITE ? () -> LedgerRoom.freeAt(file(url)) : OptionalLong::empty;
        return new LedgerRoom(measure, settings.keepFree().toBytes(), System::nanoTime);
    }

    static Path file(String url) {
        return Path.of(url.substring("jdbc:sqlite:".length()).replaceAll("\\?.*", ""));
    }

    private Path folder() {
        Path folder = file(url).toAbsolutePath().getParent();
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger's folder " + folder + " cannot be created", e);
        }
    }

    private HikariDataSource openReaders() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setDataSourceProperties(properties());
        config.setMaximumPoolSize(settings.readers());
        config.setPoolName("ledger-readers");
        config.setReadOnly(dialect == Dialect.POSTGRESQL);
        config.setConnectionInitSql(dialect == Dialect.SQLITE ? "pragma query_only = on" : BY_INDEX);
        return new HikariDataSource(config);
    }

    private Properties properties() {
        Properties properties = new Properties();
        if (dialect == Dialect.SQLITE) {
            properties.setProperty("journal_mode", "WAL");
            properties.setProperty("synchronous", "FULL");
            properties.setProperty("busy_timeout", "5000");
            properties.setProperty("foreign_keys", "true");
            properties.setProperty("transaction_mode", "IMMEDIATE");
            properties.setProperty("jdbc.get_generated_keys", "false");
            return properties;
        }
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("ApplicationName", "hotline-gateway");
        if (settings.user() != null) {
            properties.setProperty("user", settings.user());
        }
        if (settings.password() != null) {
            properties.setProperty("password", settings.password());
        }
        return properties;
    }

    private void unlock() {
        if (lock != null) {
            lock.close();
        }
    }

    @Override
    public void close() {
        readers.close();
        unlock();
    }
}
