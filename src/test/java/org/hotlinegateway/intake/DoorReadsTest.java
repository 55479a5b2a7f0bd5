package org.hotlinegateway.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.hotlinegateway.intake.Knock.Answer;
import org.hotlinegateway.ledger.NewDelivery;
import org.hotlinegateway.ledger.NewEvent;
import org.hotlinegateway.ledger.StoredCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorReadsTest extends AtTheDoor {
    private static final String ORDERED = """
            {"caseNo":"%s","channel":"WINDOW","title":"住宅作经营场所","requester":{"kind":"PERSON","name":"测试甲",
             "contactPhone":"13800000000"},
             "orders":[{"orderNo":"0210908155301000001","round":1,"peer":"hotline","dialect":"hotline-modern",
             "kind":"COORDINATION"}]}""";
    private static final String ALERTED = "{\"caseNo\":\"%s\",\"channel\":\"APPOINTMENT_ALERT\",\"orders\":[]}";

    @ParameterizedTest
    @CsvSource({
        "window,200,200",
        "supervision,200,200",
        "hotline,200,404",
        "hotline-legacy,404,404",
        "performance,404,404",
        "appointment,404,200"
    })
    void aPeerSeesOnlyTheCasesItTakesPartIn(String peer, int ordered, int alerted) {
        String withOrder = caseOf(ORDERED, "BBCS-R1-" + peer);
        String byAlert = caseOf(ALERTED, "BBCS-R2-" + peer);
        assertThat(ask("/api/v1/cases/" + withOrder, peer).status()).isEqualTo(ordered);
        assertThat(ask("/api/v1/cases/" + byAlert, peer).status()).isEqualTo(alerted);
    }

    @Test
    void aCaseIsToldByItsStateOrdersTimelineAndDeliveriesAndNeverByPersons() {
        Answer answer = ask("/api/v1/cases/" + caseOf(ORDERED, "BBCS-R3"), "window");
        assertThat(answer.text())
                .doesNotContain("测试甲")
                .doesNotContain("13800000000")
                .doesNotContain("住宅");
        assertThat(answer.json().path("state").asString("")).isEqualTo("HANDED_OFF");
        assertThat(answer.json().path("deadline").asString("")).isEqualTo("2021-09-23T23:59:59+08:00");
        assertThat(answer.json().at("/orders/0/orderNo").asString("")).isEqualTo("0210908155301000001");
        assertThat(answer.json().at("/timeline/0/type").asString("")).isEqualTo("CASE_REGISTERED");
        assertThat(answer.json().at("/deliveries/0/state").asString("")).isEqualTo("READY");
    }

    @Test
    void aSignedQuestionIsAnsweredToAllPeersUnderItsAppId() {
        String caseNo = caseOf(ORDERED, "BBCS-R4");
        Knock question =
                new Knock(port, "/api/v1/cases/" + caseNo).method("GET").signedAs("hotline-12345");
        assertThat(question.send().status()).isEqualTo(200);
    }

    @Test
    void aQuestionWithoutProofIsRefused() {
        assertThat(new Knock(port, "/api/v1/cases/BBCS-R5").method("GET").send().status())
                .isEqualTo(401);
        assertThat(ask("/api/v1/cases/BBCS-R5", "nobody").code()).isEqualTo("token-invalid");
    }

    @Test
    void aReceiptTellsItsSenderWhatBecameOfTheMessage() {
        String receipt = window().body(goldenText("G1.json").replace("W20210908155300-0016", "READS-1"))
                .send()
                .json()
                .path("receipt")
                .asString("");
        Answer answer = ask("/api/v1/receipts/" + receipt, "window");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("state").asString("")).isEqualTo("RECEIVED");
        assertThat(answer.json().path("messageId").asString("")).isEqualTo("READS-1");
        assertThat(ask("/api/v1/receipts/" + receipt, "hotline").code()).isEqualTo("receipt-not-found");
        assertThat(ask("/api/v1/receipts/none", "window").code()).isEqualTo("receipt-not-found");
    }

    @Test
    void aParkedMessageTellsWhy() {
        String receipt = window().body(goldenText("G1.json")
                        .replace("W20210908155300-0016", "READS-2")
                        .replace("\"MATERIAL\"", "\"BEWITCHED\""))
                .send()
                .json()
                .path("receipt")
                .asString("");
        Answer answer = ask("/api/v1/receipts/" + receipt, "window");
        assertThat(answer.json().path("state").asString("")).isEqualTo("PARKED");
        assertThat(answer.json().path("reason").asString("")).startsWith("TABLE_MISS cause");
    }

    @Test
    void theDescriptionOfTheInterfaceIsServedToEverybody() {
        Answer answer = new Knock(port, "/openapi.yaml").method("GET").send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).startsWith("openapi: 3.1.0");
    }

    private Answer ask(String path, String peer) {
        return new Knock(port, path).method("GET").bearer("demo-" + peer).send();
    }

    private String caseOf(String document, String caseNo) {
        byte[] bytes = document.formatted(caseNo).getBytes(UTF_8);
        Instant deadline = Instant.parse("2021-09-23T15:59:59Z");
        ledger.write(tx -> {
                    tx.insertCase(new StoredCase(0, caseNo, "HANDED_OFF", "ZS-DQ", deadline, 0, bytes, NOW));
                    int seq = tx.appendEvent(caseNo, registered(caseNo, bytes));
                    tx.addDelivery(new NewDelivery("hotline", caseNo, seq, "CASE_REGISTERED", NOW, false));
                    return seq;
                })
                .join();
        return caseNo;
    }

    private static NewEvent registered(String caseNo, byte[] document) {
        return new NewEvent(
                "window:ZS-DQ",
                caseNo,
                "CASE_REGISTERED",
                1L,
                "hash",
                NOW,
                NOW,
                null,
                "REGISTERED",
                false,
                null,
                0,
                document);
    }
}
