package org.hotlinegateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.StoredDelivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a peer's profile says of its answers, of age, and of texts that do not fit. */
class DeliveryRulesTest {
    private static final String ORDER = "HANDED_OFF";
    private static final String CASE = "BBCS-442000002-20210908-0099";
    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("outcomes[0].status", "409"),
            Map.entry("outcomes[0].means", "DUPLICATE"),
            Map.entry("outcomes[1].code", "50*"),
            Map.entry("outcomes[1].means", "PERMANENT"),
            Map.entry("outcomes[2].text", "维护"),
            Map.entry("outcomes[2].means", "TRANSIENT"),
            Map.entry("outcomes[3].status", "5xx"),
            Map.entry("outcomes[3].means", "PERMANENT"));

    @TempDir
    Path folder;

    private DeliveryBench bench;

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aStatusMayMeanThatThePeerHasItAlreadyEvenWhenItsPageCannotBeRead() throws Exception {
        open(RULES);
        bench.hotline.answers(409, "<html>conflict</html>");
        assertThatIs(sent(), DeliveryState.ACKNOWLEDGED, "ACKNOWLEDGED");
    }

    @Test
    void aCodeMayMeanThatSendingAgainIsNoUse() throws Exception {
        open(RULES);
        bench.hotline.answers(200, "{\"outcome\":\"RETRY\",\"code\":\"50017\"}");
        assertThatIs(sent(), DeliveryState.HELD, "REFUSED");
    }

    @Test
    void aSentenceMayMeanLater() throws Exception {
        open(RULES);
        bench.hotline.answers(200, "{\"outcome\":\"REFUSED\",\"text\":\"系统维护中\",\"event\":\"ORDER_REFUSED\"}");
        assertThatIs(sent(), DeliveryState.READY, "REFUSED");
        assertThat(bench.heard).as("nothing is final yet").isEmpty();
    }

    @Test
    void anErrorThatARuleExplainsIsTheMessagesAndNotThePeers() throws Exception {
        open(RULES);
        bench.hotline.answers(500, "{\"outcome\":\"RETRY\"}");
        for (int i = 0; i < 10; i++) {
            sent();
        }
        assertThat(bench.lanes.peers().get(0).failures()).isZero();
        bench.hotline.answers(500, "{\"outcome\":\"RETRY\",\"text\":\"维护\"}");
        sent();
        assertThat(bench.lanes.peers().get(0).failures()).isEqualTo(1);
    }

    @Test
    void theFirstRuleThatFitsDecidesAndWithoutOneTheMapping() throws Exception {
        open(RULES);
        bench.hotline.answers(500, "{\"outcome\":\"RETRY\",\"text\":\"维护\"}");
        assertThatIs(sent(), DeliveryState.READY, "REFUSED");
        bench.hotline.answers(500, "{\"outcome\":\"RETRY\"}");
        assertThatIs(sent(), DeliveryState.HELD, "REFUSED");
        bench.hotline.answers(200, "{\"outcome\":\"RETRY\"}");
        assertThatIs(sent(), DeliveryState.READY, "REFUSED");
    }

    @Test
    void aDeliveryThatGetsTooOldIsHeldEvenWhileThePeerIsAway() throws Exception {
        open(Map.of("max-age", "1h"));
        bench.hotline.goesAway();
        long id = bench.deliver("hotline", ORDER, "{\"title\":\"t\"}");
        assertThatIs(bench.ring("hotline", id), DeliveryState.READY, "NOT_SENT");
        bench.clock.move(Duration.ofHours(1));
        StoredDelivery after = bench.ring("hotline", id);
        assertThatIs(after, DeliveryState.HELD, "NOT_SENT");
        assertThat(after.lastCode()).isEqualTo("TOO_OLD");
        assertThat(after.lastText()).contains("NOT_CONNECTED");
    }

    @Test
    void aTextThatDoesNotFitFollowsInPartsAndResumesAtTheMissingOne() throws Exception {
        open(Map.of("overflow.field", "title", "overflow.events", ORDER, "overflow.characters", "10"));
        String text = "一二三四五六七八九。甲乙丙丁戊己庚辛壬癸子丑";
        long create = bench.deliver(CASE, 1, "hotline", ORDER, "{\"title\":\"" + text + "\"}");
        long second = bench.deliverPart(CASE, 1, "text-2of3");
        long third = bench.deliverPart(CASE, 1, "text-3of3");
        bench.hotline.answers(200, "{\"outcome\":\"ACKNOWLEDGED\",\"orderNo\":\"77\",\"event\":\"ORDER_LINKED\"}");
        bench.ring("hotline", create);
        bench.hotline.answers(200, "{\"outcome\":\"RETRY\"}");
        assertThatIs(bench.ring("hotline", second), DeliveryState.READY, "REFUSED");
        bench.clock.move(Duration.ofMinutes(11));
        bench.hotline.answers(200, "{\"outcome\":\"ACKNOWLEDGED\",\"event\":\"ORDER_LINKED\"}");
        bench.ring("hotline", second);
        assertThatIs(bench.ring("hotline", third), DeliveryState.ACKNOWLEDGED, "ACKNOWLEDGED");

        assertThat(bench.hotline.received())
                .extracting(StandInPeer.Received::path)
                .containsExactly(
                        "/hotline/v2/orders",
                        "/hotline/v2/callbacks",
                        "/hotline/v2/callbacks",
                        "/hotline/v2/callbacks");
        assertThat(bench.hotline.received().get(2).body()).isEqualTo("{\"order\":\"77\",\"more\":\"甲乙丙丁戊己庚辛壬癸\"}");
        assertThat(bench.hotline.received().get(3).body()).isEqualTo("{\"order\":\"77\",\"more\":\"子丑\"}");
        assertThat(bench.heard)
                .as("only the message itself tells the case")
                .containsExactly("ACKNOWLEDGED ORDER_LINKED");
    }

    private void open(Map<String, String> profile) throws Exception {
        bench = new DeliveryBench(folder, profile);
    }

    private StoredDelivery sent() {
        return bench.ring("hotline", bench.deliver("hotline", ORDER, "{\"title\":\"t\"}"));
    }

    private static void assertThatIs(StoredDelivery delivery, DeliveryState state, String outcome) {
        assertThat(delivery.state()).isEqualTo(state);
        assertThat(delivery.lastOutcome()).isEqualTo(outcome);
    }
}
