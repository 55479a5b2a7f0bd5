package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;
import org.junit.jupiter.api.Test;

/** A process whose storage keys are not those of the ledger does not get to work on it. */
abstract class StorageKeyContract {
    private static final String ONE = "1=" + "A".repeat(43) + "=";
    private static final String OTHER = "1=" + "B".repeat(42) + "A=";
    private static final String TWO = "2=" + "C".repeat(42) + "A=";

    /** Address of a database that is empty at the start of the test and the same during it. */
    abstract String url();

    @Test
    void theSameKeysOpenItAgain() {
        long message = begun("field." + ONE + ",search." + ONE);
        try (SqlLedger again = open("field." + ONE + ",search." + ONE)) {
            assertThat(again.message(message)).isPresent();
        }
    }

    @Test
    void anotherKeyOfTheSameNameIsRefused() {
        begun("field." + ONE + ",search." + ONE);
        refuses("field." + OTHER + ",search." + ONE, "field.1 is another key");
    }

    @Test
    void aRingWithoutTheKeyIsRefused() {
        begun("field." + ONE + ",search." + ONE);
        refuses("field." + TWO + ",search." + ONE, "field.1 is missing. Given are field.2 ");
    }

    @Test
    void anotherSearchKeyIsRefused() {
        begun("field." + ONE + ",search." + ONE);
        refuses("field." + ONE + ",search." + OTHER, "the search key is another one");
    }

    @Test
    void anEmptyLedgerKnowsItsKeysToo() {
        open("field." + ONE + ",search." + ONE).close();
        refuses("field." + OTHER + ",search." + ONE, "field.1 is another key");
    }

    @Test
    void aNewKeyBeforeTheOldOneSealsAndBothAreNeededFromThenOn() {
        long old = begun("field." + ONE + ",search." + ONE);
        open("field." + ONE + ",field." + TWO + ",search." + ONE).close();
        open("field." + ONE + ",search." + ONE).close();

        long fresh = begun("field." + TWO + ",field." + ONE + ",search." + ONE);

        refuses("field." + ONE + ",search." + ONE, "field.2 is missing");
        refuses("field." + TWO + ",search." + ONE, "field.1 is missing");
        try (SqlLedger back = open("field." + ONE + ",field." + TWO + ",search." + ONE)) {
            assertThat(back.message(old)).isPresent();
            assertThat(back.message(fresh)).isPresent();
        }
    }

    @Test
    void aLedgerFromBeforeProofsWereKeptIsHeldToWhatIsSealedInIt() throws SQLException {
        begun("field." + ONE + ",search." + ONE);
        execute("delete from storage_key");

        refuses("field." + OTHER + ",search." + ONE, "field.1 is another key");
        refuses("field." + TWO + ",search." + ONE, "field.1 is missing");
        open("field." + TWO + ",field." + ONE + ",search." + ONE).close();

        refuses("field." + TWO + ",search." + ONE, "field.1 is missing");
        refuses("field." + ONE + ",search." + ONE, "field.2 is missing");
    }

    @Test
    void oneDamagedMessageOfSuchALedgerSaysNothingOfTheKey() throws SQLException {
        begun("field." + ONE + ",search." + ONE);
        begun("field." + ONE + ",search." + ONE);
        execute("delete from storage_key");
        execute("update message set raw_key = '1', raw = (select document from keepsake) where id = 1");

        assertThatCode(() -> open("field." + ONE + ",search." + ONE).close()).doesNotThrowAnyException();
    }

    @Test
    void whatIsNotSealedIsReachedWithoutKeys() {
        begun("field." + ONE + ",search." + ONE);
        try (SqlLedger ledger = SqlLedger.openWithoutKeys(LedgerSettings.at(url()), Clock.systemUTC())) {
            assertThat(ledger.publications().newest()).isEmpty();
        }
        open("field." + ONE + ",search." + ONE).close();
    }

    @Test
    void readingBesideAGatewayAndVerifyingSayTheSame() {
        begun("field." + ONE + ",search." + ONE);
        FieldCipher other = cipher("field." + OTHER + ",search." + ONE);

        assertThatThrownBy(() -> LedgerReader.open(url(), other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gateway.keys (or gateway.vault.key-file)")
                .hasMessageContaining("field.1 is another key");
        assertThat(Backup.look(url(), null, null, KeyRing.parse("field." + OTHER + ",search." + ONE))
                        .problems())
                .singleElement()
                .asString()
                .contains("field.1 is another key");
        LedgerReader.open(url(), cipher("field." + ONE + ",search." + ONE)).close();
    }

    /** Opens a ledger with such keys, writes a message and something beside it, and closes it. */
    private long begun(String keys) {
        try (SqlLedger ledger = open(keys)) {
            ledger.write(tx -> {
                        tx.keep("kind", "name", Sample.bytes("kept"));
                        return true;
                    })
                    .join();
            return ledger.accept(Sample.message("W" + System.nanoTime(), "lane", "body"))
                    .join()
                    .messageId();
        }
    }

    final SqlLedger open(String keys) {
        return SqlLedger.open(LedgerSettings.at(url()), cipher(keys), new MovableClock(Sample.NOW), cause -> {});
    }

    private static FieldCipher cipher(String keys) {
        return new FieldCipher(KeyRing.parse(keys));
    }

    private void refuses(String keys, String why) {
        assertThatThrownBy(() -> open(keys))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "gateway.keys (or gateway.vault.key-file): these are not the storage keys of this" + " ledger: "
                                + why);
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
