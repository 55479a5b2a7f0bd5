package org.hotlinegateway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checker finds each kind of breach in histories that have it, and nothing in those that have none. */
class HistoryCheckTest {
    private static final String CASE = "BBCS-442000004-20261101-0002";
    private static final String KEY = "Tac1v1";

    @TempDir
    Path folder;

    private Histories histories;

    @BeforeEach
    void aSoundRun() {
        histories = new Histories(folder);
        add(histories.attempted(), 1, KEY, CASE, 1, "h", Manner.CAREFUL);
        add(histories.answered(), 2, KEY, "h", Manner.CAREFUL, 202, "R1");
        add(histories.ledger("messages"), 1, "R1", KEY, "h", "APPLIED", CASE);
        add(histories.ledger("events"), CASE, 1, "window", KEY, "CASE_REGISTERED", 1);
        add(histories.ledger("deliveries"), 1, CASE, "hotline", 1, "HANDED_OFF", "ACKNOWLEDGED", 1, "");
        add(histories.ledger("attempts"), 1, 1, 1, "ACKNOWLEDGED", "ACKNOWLEDGED", "", "");
        effect(1, "hotline", CASE + "/order", 0, KEY);
        add(histories.samples(), 1, "messages=1", "message.APPLIED=1", "deliveries=1", "delivery.ACKNOWLEDGED=1");
    }

    @Test
    void aSoundRunHasNoBreach() {
        assertThat(HistoryCheck.of(histories).breaches()).isEmpty();
        assertThat(run()).isTrue();
    }

    @Test
    void anAcknowledgedMessageThatIsMissingIsLost() {
        add(histories.attempted(), 3, "Tac3v1", CASE, 1, "h", Manner.CAREFUL);
        add(histories.answered(), 4, "Tac3v1", "h", Manner.CAREFUL, 202, "R3");
        assertBreaches(DoorCheck.LOST, EffectCheck.MISSING);
        assertThat(run()).isFalse();
    }

    @Test
    void aMessageNobodySentIsUnexpected() {
        add(histories.ledger("messages"), 2, "R2", "Tac5v1", "h", "APPLIED", CASE);
        assertBreaches(DoorCheck.UNEXPECTED);
    }

    @Test
    void twoReceiptsForOneMessageAreTold() {
        add(histories.answered(), 4, KEY, "h", Manner.TWICE, 202, "R2");
        assertBreaches(DoorCheck.RECEIPTS, DoorCheck.LOST);
    }

    @Test
    void whatHadToBeRefusedIsTold() {
        add(histories.answered(), 4, "Tac7v1", "x", Manner.FORGED, 202, "R7");
        add(histories.answered(), 4, "Tac9v1", "x", Manner.REPLAYED, 200, "R9");
        add(histories.answered(), 4, KEY, "x", Manner.CONTRADICTING, 202, "R1");
        assertBreaches(DoorCheck.CREDENTIAL, DoorCheck.NONCE, DoorCheck.CONTRADICTION);
    }

    @Test
    void aSecondEffectUnderAnotherKeyIsDoubled() {
        add(histories.effects(), 2, 5, "hotline", "other key", CASE + "/order", CASE, 0, KEY, OracleMemory.EFFECT);
        assertBreaches(EffectCheck.DOUBLED);
    }

    @Test
    void aRepeatThatThePeerKnewIsNone() {
        add(histories.effects(), 2, 5, "hotline", "key", CASE + "/order", CASE, 0, KEY, OracleMemory.REPEAT);
        assertThat(HistoryCheck.of(histories).breaches()).isEmpty();
    }

    @Test
    void aLaterEventBeforeAnEarlierOneIsOutOfOrder() {
        effect(2, "window", CASE + "/7", 7, "");
        effect(3, "window", CASE + "/5", 5, "");
        assertBreaches(EffectCheck.ORDER);
    }

    @Test
    void aGapInTheFeedIsTold() {
        add(histories.effects(), 2, 5, "supervision", 1, "feed/1", "feed", 1, "", OracleMemory.EFFECT);
        add(histories.effects(), 3, 5, "supervision", 3, "feed/3", "feed", 3, "", OracleMemory.EFFECT);
        assertBreaches(EffectCheck.FEED);
    }

    @Test
    void anAcknowledgedDeliveryWithoutAnEffectIsTold() {
        add(histories.ledger("deliveries"), 2, CASE, "window", 2, "CASE_ACCEPTED", "ACKNOWLEDGED", 1, "");
        assertBreaches(EffectCheck.CLAIMED);
    }

    @Test
    void anAttemptThatEndedTwiceHadAStaleFence() {
        add(histories.ledger("attempts"), 2, 1, 1, "UNKNOWN", "READY", "LEASE_RAN_OUT", "");
        assertBreaches(LedgerCheck.STALE);
    }

    @Test
    void whatWaitsForEverIsTold() {
        add(histories.ledger("deliveries"), 2, CASE, "window", 2, "CASE_ACCEPTED", "READY", 1, "");
        assertBreaches(LedgerCheck.WAITING);
    }

    @Test
    void aBalanceThatDoesNotAddUpIsTold() {
        add(histories.samples(), 2, "messages=2", "message.APPLIED=1", "deliveries=0");
        assertBreaches(LedgerCheck.BALANCE);
    }

    private void assertBreaches(String... names) {
        assertThat(HistoryCheck.of(histories).breaches().keySet()).containsExactlyInAnyOrder(names);
    }

    private boolean run() {
        return HistoryCheck.run(List.of(folder.toString()), new PrintStream(new ByteArrayOutputStream()));
    }

    private void effect(int number, String peer, String identity, int place, String token) {
        add(histories.effects(), number, 5, peer, "key" + number, identity, CASE, place, token, OracleMemory.EFFECT);
    }

    private static void add(Path file, Object... cells) {
        try (HistoryFile history = new HistoryFile(file)) {
            history.add(cells);
        }
    }
}
