package org.hotlinegateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Map;
import org.hotlinegateway.intake.Knock.Answer;
import org.hotlinegateway.ledger.MessageState;
import org.hotlinegateway.peer.LiveLimits;
import org.hotlinegateway.peer.PeerSetting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sends too fast, or when too much waits, is told when to come back, and nothing of it is kept. */
class DoorPressureTest extends AtTheDoor {
    private static final long MARK = 50_000;

    @Autowired
    private LiveLimits limits;

    @Autowired
    private DoorPressure pressure;

    @AfterEach
    void release() {
        limits.apply(Map.of(), 1);
        pressure.backlog(0, 0);
    }

    @Test
    void aPeerThatSendsFasterThanAgreedGets429AndIsToldWhenToComeBack() {
        limit("window", PeerSetting.DOOR_RATE, "0.1");
        Answer first = window().body(event("fast-1", "ZS-DQ")).send();
        Answer second = window().body(event("fast-2", "ZS-DQ")).send();

        assertThat(first.status()).isEqualTo(202);
        assertTurnedAway(second, 429, "too-many-requests", "10");
        assertThat(pressure.turnedAway("window")).isPositive();
        limits.apply(Map.of(), 1);
        assertThat(window().body(event("fast-2", "ZS-DQ")).send().status())
                .as("nothing was kept of it, so it is new")
                .isEqualTo(202);
    }

    @Test
    void oneHallThatSendsTooFastDoesNotHinderAnother() {
        limit("window", PeerSetting.HALL_RATE, "0.5");
        assertThat(window().body(event("hall-1", "ZS-DQ")).send().status()).isEqualTo(202);
        assertTurnedAway(window().body(event("hall-2", "ZS-DQ")).send(), 429, "too-many-requests", "2");
        assertThat(window().body(event("hall-3", "ZS-SX")).send().status()).isEqualTo(202);
    }

    @Test
    void aPeerIsNotHinderedByAnother() {
        limit("window", PeerSetting.DOOR_RATE, "0.2");
        window().body(event("other-1", "ZS-DQ")).send();
        assertThat(window().body(event("other-2", "ZS-DQ")).send().status()).isEqualTo(429);
        assertThat(appointment().send().status()).isEqualTo(200);
    }

    @Test
    void whoCannotProveWhoItIsDoesNotUseUpAPeersAllowance() {
        limit("window", PeerSetting.DOOR_RATE, "0.3");
        assertThat(window().body(event("forged", "ZS-DQ"))
                        .secret("guess")
                        .send()
                        .status())
                .isEqualTo(401);
        assertThat(window().body(event("honest", "ZS-DQ")).send().status()).isEqualTo(202);
    }

    @Test
    void tooMuchWaitingTurnsEverybodyAwayUntilItIsClearlyLess() {
        pressure.backlog(MARK + 1, 0);
        assertTurnedAway(window().body(event("full-1", "ZS-DQ")).send(), 503, "backlog", "5");
        pressure.backlog(MARK - 1, 0);
        assertTurnedAway(window().body(event("full-1", "ZS-DQ")).send(), 503, "backlog", "5");
        pressure.backlog(MARK / 2, 0);
        assertThat(window().body(event("full-1", "ZS-DQ")).send().status()).isEqualTo(202);
    }

    @Test
    void whatIsTakenSinceTheLastLookCounts() {
        pressure.backlog(MARK, 0);
        assertThat(window().body(event("edge-1", "ZS-DQ")).send().status()).isEqualTo(202);
        assertThat(window().body(event("edge-2", "ZS-DQ")).send().status()).isEqualTo(503);
    }

    @Test
    void tooManyDeliveriesTurnEverybodyAwayToo() {
        pressure.backlog(0, 500_001);
        assertThat(window().body(event("deliveries", "ZS-DQ")).send().status()).isEqualTo(503);
    }

    @Test
    void aLegacyPeerHearsItInItsOwnEnvelope() {
        pressure.backlog(MARK + 1, 0);
        Answer answer = legacy().send();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.header("Content-Type")).startsWith("text/xml");
        assertThat(new String(answer.bytes(), Charset.forName("GBK"))).contains("<CODE>1</CODE>", "<MSG>报文:网关积压");
    }

    @Test
    void anAppointmentSystemHearsItInItsOwnEnvelope() {
        limit("appointment", PeerSetting.DOOR_RATE, "0.1");
        appointment().send();
        Answer answer = appointment().send();
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("10");
        assertThat(answer.json().path("status").asString()).isEqualTo("0");
        assertThat(answer.json().path("text").asString()).contains("来件过快");
    }

    @Test
    void nothingTurnedAwayIsInTheLedger() {
        long before = ledger.balance().messages().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        pressure.backlog(MARK + 1, 0);
        for (int i = 0; i < 20; i++) {
            window().body(event("drop-" + i, "ZS-DQ")).send();
        }
        assertThat(ledger.balance().messages().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(before);
        assertThat(ledger.messagesIn(MessageState.RECEIVED, 1000))
                .noneMatch(message -> message.receipt().contains("drop"));
    }

    private void limit(String peer, PeerSetting setting, String value) {
        limits.apply(Map.of(peer, Map.of(setting, value)), 1);
    }

    private static String event(String msgId, String hall) {
        return goldenText("G1.json")
                .replaceFirst("\"msgId\":\\s*\"[^\"]*\"", "\"msgId\":\"" + msgId + "\"")
                .replace("ZS-DQ", hall);
    }

    private static void assertTurnedAway(Answer answer, int status, String code, String retryAfter) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Retry-After")).isEqualTo(retryAfter);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }
}
