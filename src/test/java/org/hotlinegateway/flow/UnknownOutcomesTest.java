package org.hotlinegateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.StoredDelivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A peer that takes a repeat as new is asked what became of a message, and only what it does not have is sent again. */
class UnknownOutcomesTest {
    private static final String ORDERS = "/hotline/v2/orders";
    private static final String QUERIES = "/hotline/v2/queries";
    private static final String ABSENT = "{\"outcome\":\"ABSENT\"}";
    private static final String LINKED = "{\"outcome\":\"ACKNOWLEDGED\",\"orderNo\":\"77\",\"event\":\"ORDER_LINKED\"}";

    @TempDir
    Path folder;

    private DeliveryBench bench;
    private long id;

    @BeforeEach
    void sendIntoSilence() throws Exception {
        bench = new DeliveryBench(folder, Map.of("idempotent", "false", "query", "hotline-query"));
        bench.hotline.breaksTheLine();
        id = bench.deliver("hotline", "HANDED_OFF", "{\"title\":\"t\"}");
        assertThatIs(bench.ring("hotline", id), DeliveryState.READY, "UNKNOWN");
        bench.clock.move(Duration.ofMinutes(11));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatThePeerHasIsAcknowledgedWithItsNumberAndNotSentAgain() {
        bench.hotline.answersAt(QUERIES, 200, LINKED);
        StoredDelivery after = bench.ring("hotline", id);
        assertThatIs(after, DeliveryState.ACKNOWLEDGED, "ACKNOWLEDGED");
        assertThat(after.peerReference()).isEqualTo("77");
        assertThat(bench.heard).containsExactly("ACKNOWLEDGED ORDER_LINKED");
        assertThat(asked()).containsExactly(ORDERS, QUERIES);
    }

    @Test
    void whatThePeerHasNotIsSentAgain() {
        bench.hotline.answersAt(QUERIES, 200, ABSENT);
        bench.hotline.answersAt(ORDERS, 200, LINKED);
        assertThatIs(bench.ring("hotline", id), DeliveryState.ACKNOWLEDGED, "ACKNOWLEDGED");
        assertThat(asked()).containsExactly(ORDERS, QUERIES, ORDERS);
        assertThat(bench.hotline.received().get(2).body()).isEqualTo("{\"title\":\"t\"}");
        assertThat(bench.heard).containsExactly("ACKNOWLEDGED ORDER_LINKED");
    }

    @Test
    void theQuestionIsSignedAndNamesTheMessage() {
        bench.hotline.answersAt(QUERIES, 200, LINKED);
        bench.ring("hotline", id);
        StandInPeer.Received question = bench.hotline.received().get(1);
        assertThat(question.body()).isEqualTo("{\"requestId\":\"t\"}");
        assertThat(question.hasHeader("X-Sign")).isTrue();
    }

    @Test
    void aPeerThatDoesNotSayIsAskedAgainLaterAndNothingIsSent() {
        bench.hotline.answersAt(QUERIES, 200, "{\"outcome\":\"UNKNOWN\"}");
        assertThatIs(bench.ring("hotline", id), DeliveryState.READY, "UNKNOWN");
        bench.clock.move(Duration.ofMinutes(11));
        bench.hotline.answersAt(QUERIES, 200, LINKED);
        assertThatIs(bench.ring("hotline", id), DeliveryState.ACKNOWLEDGED, "ACKNOWLEDGED");
        assertThat(asked()).containsExactly(ORDERS, QUERIES, QUERIES);
    }

    @Test
    void aQuestionThatIsTurnedAwayOrUnreadableLeavesTheOutcomeUnknown() {
        bench.hotline.answersAt(QUERIES, 403, "<html>no</html>");
        assertThatIs(bench.ring("hotline", id), DeliveryState.READY, "UNKNOWN");
    }

    @Test
    void aQuestionNobodyAnswersLeavesTheOutcomeUnknown() {
        assertThatIs(bench.ring("hotline", id), DeliveryState.READY, "UNKNOWN");
        assertThat(asked()).containsExactly(ORDERS, QUERIES);
    }

    @Test
    void aPeerThatCannotBeReachedForTheQuestionLeavesTheOutcomeUnknown() {
        bench.hotline.goesAway();
        assertThatIs(bench.ring("hotline", id), DeliveryState.READY, "UNKNOWN");
    }

    @Test
    void whoeverNeverSaysIsAPersonsMatterInTheEnd() {
        bench.hotline.answersAt(QUERIES, 200, "{\"outcome\":\"UNKNOWN\"}");
        bench.ring("hotline", id);
        bench.clock.move(Duration.ofMinutes(11));
        assertThatIs(bench.ring("hotline", id), DeliveryState.HELD, "UNKNOWN");
        assertThat(asked()).containsExactly(ORDERS, QUERIES, QUERIES);
    }

    @Test
    void aSendCutOffByACrashIsAskedAbout() {
        long other = bench.deliver("hotline", "HANDED_OFF", "{\"title\":\"u\"}");
        bench.ledger.claim(other, "a process that died", Duration.ofSeconds(30)).join();
        bench.clock.move(Duration.ofMinutes(1));
        bench.hotline.answersAt(QUERIES, 200, LINKED);
        assertThatIs(bench.ring("hotline", other), DeliveryState.ACKNOWLEDGED, "ACKNOWLEDGED");
        assertThat(asked()).containsExactly(ORDERS, QUERIES);
    }

    private List<String> asked() {
        return bench.hotline.received().stream().map(StandInPeer.Received::path).toList();
    }

    private static void assertThatIs(StoredDelivery delivery, DeliveryState state, String outcome) {
        assertThat(delivery.state()).isEqualTo(state);
        assertThat(delivery.lastOutcome()).isEqualTo(outcome);
    }
}
