package org.hotlinegateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StandInPeersTest {
    private static final String ORDERS = "/legacy/orders";
    private static final byte[] G2 = Caller.golden("G2.xml");

    private Caller caller;

    @BeforeEach
    void open() {
        caller = Caller.at("2021-09-08T15:53:02");
    }

    @AfterEach
    void close() {
        caller.close();
    }

    @Test
    void aWindowKeepsItsNoticesAndAnswersWithAReceipt() throws Exception {
        String notice = "{\"msgId\":\"N1\",\"event\":\"STATUS\",\"version\":2,"
                + "\"occurredAt\":\"2021-09-08T15:53:01+08:00\",\"caseNo\":\"BBCS-442000002-20210908-0016\","
                + "\"trigger\":\"CASE_ACCEPTED\"}";

        assertThat(caller.signed("/window/inbox", notice))
                .isEqualTo(Caller.json("{\"receipt\":\"R-N1\",\"duplicate\":false}"));
        assertThat(caller.signed("/window/inbox", notice).path("duplicate").asBoolean())
                .isTrue();
        assertThat(caller.peers.received("window")).hasSize(2);
    }

    @Test
    void theInspectionShowsWhatEachPeerReceived() throws Exception {
        caller.legacy(ORDERS, G2);

        JsonNode all = Caller.json(caller.call("GET", "/inspect").body());
        JsonNode one = Caller.json(caller.call("GET", "/inspect/hotline-legacy").body());

        assertThat(all.at("/hotline-legacy/taken").asInt()).isEqualTo(1);
        assertThat(all.at("/hotline/received").asInt()).isZero();
        assertThat(one.at("/effects/W20210908155300-0016/effects").asInt()).isEqualTo(1);
        assertThat(one.at("/messages/0/body").asString()).contains("<SQRXM>测试甲</SQRXM>");
        assertThat(one.at("/messages/0/bytes").binaryValue()).isEqualTo(G2);
        assertThat(one.at("/messages/0/verdict").asString()).isEqualTo("TAKEN");
    }

    @Test
    void deletingTheInspectionForgetsEverything() throws Exception {
        caller.legacy(ORDERS, G2);
        caller.call("PUT", "/inspect/hotline-legacy/mode?mode=http-500");

        caller.call("DELETE", "/inspect");

        assertThat(caller.peers.received("hotline-legacy")).isEmpty();
        assertThat(caller.legacy(ORDERS, G2)).contains("<CODE>0</CODE>");
    }

    @Test
    void aNextOrderNumberCanBeAskedForOverHttp() throws Exception {
        caller.call("PUT", "/inspect/hotline-legacy/next-order?orderNo=0210908155301000002");

        assertThat(caller.legacy(ORDERS, G2)).contains("<GDBH>0210908155301000002</GDBH>");
    }

    @Test
    void aPeerToldToRefuseOnceRefusesOnceInItsOwnWords() throws Exception {
        caller.call("PUT", "/inspect/hotline-legacy/mode?mode=refuse&count=1&text=BUSY");

        assertThat(caller.legacy(ORDERS, G2)).contains("<CODE>5</CODE><MSG>BUSY</MSG>");
        assertThat(caller.legacy(ORDERS, G2)).contains("<CODE>0</CODE>");
    }

    @Test
    void aPeerThatIsDownTakesNothing() {
        caller.peers.legacy().behave(Mode.DOWN);

        assertThatThrownBy(() -> caller.legacy(ORDERS, G2)).isInstanceOf(IOException.class);
        assertThat(caller.peers.effects("hotline-legacy")).isEmpty();
    }

    @Test
    void aPeerThatResetsAfterCreatingHasTheOrder() throws Exception {
        caller.peers.legacy().behave(Mode.RESET_AFTER_CREATE, 1, "");

        assertThatThrownBy(() -> caller.legacy(ORDERS, G2)).isInstanceOf(IOException.class);
        assertThat(caller.legacy(ORDERS, G2)).contains("<CODE>9</CODE>", "<GDBH>0210908155301000001</GDBH>");
    }

    @Test
    void aPeerInTimeoutHoldsTheRequestUntilToldOtherwise() {
        caller.peers.legacy().behave(Mode.TIMEOUT);
        CompletableFuture<Object> held = CompletableFuture.supplyAsync(() -> {
            try {
                return caller.legacy(ORDERS, G2);
            } catch (Exception closed) {
                return closed;
            }
        });
        await().until(() -> !caller.peers.received("hotline-legacy").isEmpty());
        assertThat(held).isNotDone();

        caller.peers.legacy().behave(Mode.OK);

        assertThat(held).succeedsWithin(Duration.ofSeconds(5)).isInstanceOf(IOException.class);
    }

    @Test
    void aPeerCanAnswerWithAnErrorOrWithGarbage() throws Exception {
        caller.peers.appointment().behave(Mode.HTTP_500, 1, "");
        assertThat(caller.post("/appointment/api", G2, Map.of()).statusCode()).isEqualTo(500);
        caller.peers.appointment().behave(Mode.GARBAGE, 1, "");
        assertThat(caller.post("/appointment/api", G2, Map.of()).body()).contains("login");
    }

    @Test
    void anUnknownModeOrPeerIsExplained() throws Exception {
        assertThat(caller.call("PUT", "/inspect/hotline/mode?mode=slow").body()).contains("reset-after-create");
        assertThat(caller.call("GET", "/inspect/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void anOrderPlaysItselfForwardInTheTimeOfTheStory() throws Exception {
        Clock later = Clock.fixed(Instant.parse("2021-10-01T00:00:00Z"), ZoneId.of("Asia/Shanghai"));
        SimulatorSettings settings =
                SimulatorSettings.onFreePort("http://localhost:1").playing(Duration.ofMillis(1));
        try (StandInGateway gateway = new StandInGateway();
                StandInPeers peers = new StandInPeers(settings, later)) {
            peers.connect(gateway.url());
            peers.start();
            Caller.legacy(peers.port(), ORDERS, G2);

            await().until(() -> gateway.calls.size() == 6);

            assertThat(gateway.calls)
                    .extracting(call -> LegacyXml.read(call.body()).body())
                    .extracting(body -> body.get("XH") + " " + body.get("ZT") + " " + body.get("CZSJ"))
                    .containsExactly(
                            "1 PD 2021-09-08 16:20:00",
                            "2 QS 2021-09-09 08:53:00",
                            "3 JZ 2021-09-12 15:53:00",
                            "4 BJ 2021-09-14 15:53:00",
                            "5 HF 2021-09-15 15:53:00",
                            "6 JA 2021-09-15 15:58:00");
        }
    }
}
