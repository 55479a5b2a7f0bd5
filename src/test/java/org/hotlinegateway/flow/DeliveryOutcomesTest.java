package org.hotlinegateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.StoredDelivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a delivery, whatever the peer does. */
class DeliveryOutcomesTest {
    private static final String ORDER = "HANDED_OFF";
    private static final String DOCUMENT = "{\"title\":\"t\"}";

    @TempDir
    Path folder;

    private DeliveryBench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new DeliveryBench(folder, true);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anAcknowledgedDeliveryIsSettledAndItsAnswerHeard() {
        bench.hotline.answers(200, "{\"outcome\":\"ACKNOWLEDGED\",\"orderNo\":\"0210908\",\"event\":\"ORDER_LINKED\"}");
        StoredDelivery after = sent(DOCUMENT);
        assertThatIs(after, DeliveryState.ACKNOWLEDGED, "ACKNOWLEDGED");
        assertThat(after.peerReference()).isEqualTo("0210908");
        assertThat(after.mappingDigest()).isNotBlank();
        assertThat(bench.heard).containsExactly("ACKNOWLEDGED ORDER_LINKED");
    }

    @Test
    void theRequestIsSignedHasALengthAndNoStrangeHeader() {
        bench.hotline.answers(200, "{\"outcome\":\"ACKNOWLEDGED\"}");
        sent(DOCUMENT);
        StandInPeer.Received request = bench.hotline.received().get(0);
        assertThat(request.head()).startsWith("POST /hotline/v2/orders HTTP/1.1");
        assertThat(request.body()).isEqualTo("{\"title\":\"t\"}");
        assertThat(request.hasHeader("Content-Length")).isTrue();
        assertThat(request.hasHeader("Transfer-Encoding")).isFalse();
        assertThat(request.hasHeader("X-Sign")).isTrue();
        assertThat(request.head().lines().skip(1).map(line -> line.split(":", 2)[0]))
                .containsOnly(
                        "Content-Type",
                        "X-App-Id",
                        "X-Timestamp",
                        "X-Nonce",
                        "X-Sign-Alg",
                        "X-Sign",
                        "Content-Length",
                        "Host",
                        "Connection",
                        "User-Agent",
                        "Accept-Encoding",
                        "");
    }

    @Test
    void otherEventsGoToTheOtherAddress() {
        bench.hotline.answers(200, "{\"outcome\":\"ACKNOWLEDGED\"}");
        bench.ring("hotline", bench.deliver("hotline", "CHASER", DOCUMENT));
        assertThat(bench.hotline.received().get(0).head()).startsWith("POST /hotline/v2/callbacks ");
    }

    @Test
    void aRefusedConnectionSendsNothingAndTheLaneWaits() {
        bench.hotline.goesAway();
        StoredDelivery after = sent(DOCUMENT);
        assertThatIs(after, DeliveryState.READY, "NOT_SENT");
        assertThat(after.due()).isAfter(DeliveryBench.NOW);
    }

    @Test
    void aPeerThatStaysAwayNeverCostsADeliveryItsLane() {
        bench.hotline.goesAway();
        long id = bench.deliver("hotline", ORDER, DOCUMENT);
        for (int attempt = 0; attempt < DeliveryBench.MAX_ATTEMPTS + 1; attempt++) {
            assertThatIs(bench.ring("hotline", id), DeliveryState.READY, "NOT_SENT");
            bench.clock.move(Duration.ofMinutes(11));
        }
        bench.hotline.comesBack();
        bench.hotline.answers(200, "{\"outcome\":\"ACKNOWLEDGED\"}");
        assertThatIs(bench.ring("hotline", id), DeliveryState.ACKNOWLEDGED, "ACKNOWLEDGED");
    }

    @Test
    void silenceAfterSendingIsUnknownAndSentAgainToAnIdempotentPeer() {
        bench.hotline.keepsSilent();
        assertThatIs(sent(DOCUMENT), DeliveryState.READY, "UNKNOWN");
        assertThat(bench.hotline.received()).hasSize(1);
    }

    @Test
    void aLineThatBreaksAfterSendingIsUnknown() {
        bench.hotline.breaksTheLine();
        assertThatIs(sent(DOCUMENT), DeliveryState.READY, "UNKNOWN");
        assertThat(bench.hotline.received()).hasSize(1);
    }

    @Test
    void unknownOutcomesAreHeldWhenTheAttemptsAreSpent() {
        bench.hotline.breaksTheLine();
        long id = bench.deliver("hotline", ORDER, DOCUMENT);
        for (int attempt = 1; attempt < DeliveryBench.MAX_ATTEMPTS; attempt++) {
            assertThatIs(bench.ring("hotline", id), DeliveryState.READY, "UNKNOWN");
            bench.clock.move(Duration.ofMinutes(11));
        }
        assertThatIs(bench.ring("hotline", id), DeliveryState.HELD, "UNKNOWN");
    }

    @Test
    void aRefusalSentenceUnderStatus200HoldsTheLane() {
        bench.hotline.answers(200, "{\"outcome\":\"REFUSED\",\"code\":\"20001\",\"text\":\"附件过大\",\"event\":\"X\"}");
        StoredDelivery after = sent(DOCUMENT);
        assertThatIs(after, DeliveryState.HELD, "REFUSED");
        assertThat(after.lastCode()).isEqualTo("20001");
        assertThat(after.lastText()).isEqualTo("附件过大");
        assertThat(bench.heard).containsExactly("REFUSED X");
    }

    @Test
    void retryAfterIsHonoured() {
        bench.hotline.answers(503, "<html>busy</html>", "Retry-After: 120");
        StoredDelivery after = sent(DOCUMENT);
        assertThatIs(after, DeliveryState.READY, "REFUSED");
        assertThat(after.due()).isAfterOrEqualTo(DeliveryBench.NOW.plusSeconds(120));
    }

    @Test
    void anUnreadableAnswerIsUnknown() {
        bench.hotline.answers(200, "<html>login</html>");
        StoredDelivery after = sent(DOCUMENT);
        assertThatIs(after, DeliveryState.READY, "UNKNOWN");
        assertThat(after.lastCode()).isEqualTo("ANSWER_UNREADABLE");
    }

    @Test
    void anEmptyAnswerIsUnknown() {
        bench.hotline.answers(200, "");
        assertThatIs(sent(DOCUMENT), DeliveryState.READY, "UNKNOWN");
    }

    @Test
    void aRequestTurnedAwayByStatusIsHeld() {
        bench.hotline.answers(403, "<html>no</html>");
        assertThatIs(sent(DOCUMENT), DeliveryState.HELD, "REFUSED");
    }

    @Test
    void aMessageThatCannotBeWrittenIsHeldAndNothingIsSent() {
        StoredDelivery after = sent("{\"other\":1}");
        assertThatIs(after, DeliveryState.HELD, "NOT_SENT");
        assertThat(after.lastText()).contains("REQUIRED title");
        assertThat(bench.hotline.received()).isEmpty();
    }

    @Test
    void aHeldCaseWaitsAndOtherCasesPass() {
        bench.hotline.answers(200, "{\"outcome\":\"ACKNOWLEDGED\"}");
        String caseNo = "BBCS-442000114-20210908-0099";
        long bad = bench.deliver(caseNo, 1, "hotline", ORDER, "{}");
        long behind = bench.deliver(caseNo, 2, "hotline", "CHASER", DOCUMENT);
        bench.ring("hotline", bad);
        assertThat(bench.ring("hotline", behind).state()).isEqualTo(DeliveryState.READY);
        assertThatIs(sent(DOCUMENT), DeliveryState.ACKNOWLEDGED, "ACKNOWLEDGED");
        assertThat(bench.hotline.received()).hasSize(1);
    }

    @Test
    void aFeedNumberIsSentAgainWithTheSameItemsAndHasNoGap() {
        bench.supervision.breaksTheLine();
        long first = bench.deliver("supervision", "PROGRESS", "{\"title\":\"a\"}");
        long second = bench.deliver("supervision", "PROGRESS", "{\"title\":\"b\"}");
        bench.ring("supervision", first);
        long third = bench.deliver("supervision", "PROGRESS", "{\"title\":\"c\"}");
        assertThat(bench.ring("supervision", third).attempts()).isZero();
        bench.supervision.answers(200, "{\"outcome\":\"ACKNOWLEDGED\"}");
        bench.clock.move(Duration.ofMinutes(1));
        assertThatIs(bench.ring("supervision", second), DeliveryState.ACKNOWLEDGED, "ACKNOWLEDGED");
        bench.ring("supervision", third);
        assertThat(feed())
                .containsExactly(
                        "{\"feedSeq\":1,\"items\":[{\"title\":\"a\"},{\"title\":\"b\"}]}",
                        "{\"feedSeq\":1,\"items\":[{\"title\":\"a\"},{\"title\":\"b\"}]}",
                        "{\"feedSeq\":2,\"items\":[{\"title\":\"c\"}]}");
    }

    @Test
    void aRefusedFeedEntryGivesItsNumberToTheNext() {
        bench.supervision.answers(200, "{\"outcome\":\"REFUSED\"}");
        bench.ring("supervision", bench.deliver("supervision", "PROGRESS", DOCUMENT));
        bench.supervision.answers(200, "{\"outcome\":\"ACKNOWLEDGED\"}");
        bench.ring("supervision", bench.deliver("supervision", "PROGRESS", DOCUMENT));
        assertThat(feed())
                .containsExactly(
                        "{\"feedSeq\":1,\"items\":[{\"title\":\"t\"}]}",
                        "{\"feedSeq\":1,\"items\":[{\"title\":\"t\"}]}");
    }

    @Test
    void aFeedItemThatCannotBeWrittenIsHeldAloneAndTheOthersGo() {
        bench.supervision.answers(200, "{\"outcome\":\"ACKNOWLEDGED\"}");
        List<Long> ids = new ArrayList<>();
        for (int item = 0; item < 10; item++) {
            ids.add(bench.deliver("supervision", "PROGRESS", item == 3 ? "{}" : DOCUMENT));
        }
        for (int ring = 0; ring < bench.rings().size() && bench.rings().size() < 200; ring++) {
            bench.ring("supervision", bench.rings().get(ring).id());
        }
        for (long id : ids) {
            boolean guilty = id == ids.get(3);
            assertThat(bench.ledger.delivery(id).orElseThrow().state())
                    .isEqualTo(guilty ? DeliveryState.HELD : DeliveryState.ACKNOWLEDGED);
        }
        assertThat(bench.rings()).hasSizeLessThan(200);
        assertThat(String.join("", feed()).split("title", -1)).hasSize(10);
    }

    private List<String> feed() {
        return bench.supervision.received().stream()
                .map(StandInPeer.Received::body)
                .toList();
    }

    /** A peer that takes a repeat as new. */
    @Nested
    class TowardsAPeerThatIsNotIdempotent {
        @BeforeEach
        void reopen() throws Exception {
            bench.close();
            bench = new DeliveryBench(folder.resolve("other"), false);
        }

        @Test
        void anUnknownOutcomeIsHeldAndSentAgainOnlyByAPerson() {
            bench.hotline.breaksTheLine();
            long id = bench.deliver("hotline", ORDER, DOCUMENT);
            assertThatIs(bench.ring("hotline", id), DeliveryState.HELD, "UNKNOWN");
            bench.hotline.answers(200, "{\"outcome\":\"ACKNOWLEDGED\"}");
            bench.ledger.replay(id, "staff", "asked the peer: not there").join();
            assertThatIs(bench.ring("hotline", id), DeliveryState.ACKNOWLEDGED, "ACKNOWLEDGED");
        }

        @Test
        void aSendCutOffByACrashIsHeldForAPerson() {
            long id = bench.deliver("hotline", ORDER, DOCUMENT);
            bench.ledger
                    .claim(id, "a process that died", Duration.ofSeconds(30))
                    .join();
            bench.clock.move(Duration.ofMinutes(1));
            assertThatIs(bench.ring("hotline", id), DeliveryState.HELD, "UNKNOWN");
            assertThat(bench.hotline.received()).isEmpty();
        }
    }

    private StoredDelivery sent(String document) {
        return bench.ring("hotline", bench.deliver("hotline", ORDER, document));
    }

    private static void assertThatIs(StoredDelivery delivery, DeliveryState state, String outcome) {
        assertThat(delivery.state()).isEqualTo(state);
        assertThat(delivery.lastOutcome()).isEqualTo(outcome);
    }
}
