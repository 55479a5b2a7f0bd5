package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What is special about a ledger in the gateway's own process. */
class EmbeddedLedgerTest {
    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(Sample.NOW);
    private final FieldCipher cipher = new FieldCipher(KeyRing.parse(KeyRing.generate()));

    @Test
    void aSecondGatewayOnTheSameFolderIsRefused() {
        try (SqlLedger first = open(new ArrayList<>())) {
            assertThatThrownBy(() -> open(new ArrayList<>()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another gateway uses " + folder.resolve("data"));
            assertThat(first.message(1)).isEmpty();
        }
        open(new ArrayList<>()).close();
    }

    @Test
    void theFolderIsMadeAndTheFileHasLargePages() throws SQLException {
        open(new ArrayList<>()).close();

        assertThat(Files.exists(folder.resolve("data/ledger.db"))).isTrue();
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("pragma page_size")) {
            assertThat(result.getInt(1)).isEqualTo(8192);
        }
    }

    @Test
    void afterAFailedSyncNothingMoreIsWritten() {
        List<Throwable> told = new ArrayList<>();
        try (SqlLedger ledger = open(told)) {
            ledger.accept(Sample.message("W1", "lane", "body")).join();

            var failing = ledger.write(tx -> failedSync());

            assertThatThrownBy(failing::join).hasCauseInstanceOf(LedgerException.class);
            assertThatThrownBy(() ->
                            ledger.accept(Sample.message("W2", "lane", "body")).join())
                    .hasRootCauseInstanceOf(SQLiteException.class);
            assertThat(ledger.message(1)).isPresent();
            assertThat(ledger.message(2)).isEmpty();
        }
        assertThat(told).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_FULL", "SQLITE_IOERR_SHMSIZE"})
    void aFullDiskFailsWhatDidNotFitAndClosesForNewMessagesButIsNotTheEnd(SQLiteErrorCode full) {
        List<Throwable> told = new ArrayList<>();
        try (SqlLedger ledger = open(told)) {
            var failing = ledger.write(tx -> {
                throw new LedgerException("no room", new SQLiteException("full", full));
            });

            assertThatThrownBy(failing::join).hasCauseInstanceOf(LedgerException.class);
            assertThat(ledger.room().isOpen()).isFalse();
            assertThat(ledger.accept(Sample.message("W1", "lane", "body"))
                            .join()
                            .messageId())
                    .isEqualTo(1);
        }
        assertThat(told).isEmpty();
    }

    @Test
    void aClosedLedgerSaysSo() {
        SqlLedger ledger = open(new ArrayList<>());
        ledger.close();

        assertThatThrownBy(() ->
                        ledger.accept(Sample.message("W1", "lane", "body")).join())
                .hasRootCauseMessage("the ledger is closed");
    }

    @Test
    void aUnitOfWorkMayNotWaitForAnother() {
        try (SqlLedger ledger = open(new ArrayList<>())) {
            assertThatThrownBy(() -> ledger.write(tx ->
                                    ledger.useNonce("app", "n", Sample.NOW).join())
                            .join())
                    .hasRootCauseInstanceOf(IllegalStateException.class);
        }
    }

    private static boolean failedSync() {
        throw new LedgerException(
                "sync failed", new SQLiteException("disk I/O error", SQLiteErrorCode.SQLITE_IOERR_FSYNC));
    }

    private SqlLedger open(List<Throwable> told) {
        return SqlLedger.open(LedgerSettings.at(url()), cipher, clock, told::add);
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("data/ledger.db");
    }
}
