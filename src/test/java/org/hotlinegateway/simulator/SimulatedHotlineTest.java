package org.hotlinegateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulatedHotlineTest {
    private static final String ORDERS = "/hotline/v2/orders";
    private static final String QUERIES = "/hotline/v2/queries";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String G8 = Caller.goldenText("G8.json");

    private Caller caller;

    @BeforeEach
    void open() {
        caller = Caller.at("2021-06-25T10:13:20");
    }

    @AfterEach
    void close() {
        caller.close();
    }

    @ParameterizedTest
    @CsvSource({
        "HMAC-SM3, 0134bb28c1988b557fdb7c82de73b199968f737f5d99b8e24d9d59f30ad8130f",
        "HMAC-SHA256, d02332de4939f2b0738233203f5bdc429c58331693153a55b00ec6a32fcb8d2f"
    })
    void theGoldenOrderWithItsPublishedSignatureBecomesTheGoldenOrderNumber(String alg, String sign) throws Exception {
        caller.peers.hotline().nextOrderNo("210625000020007-01");
        Signatures.Stamp stamp = new Signatures.Stamp("zs-bbcs-gw", "1624587200000", "5b0d9c3a7e1f4826");

        String answer = caller.post(ORDERS, Caller.golden("G8.json"), Caller.headers(stamp, alg, sign))
                .body();

        assertThat(Caller.json(answer)).isEqualTo(Caller.json(Caller.goldenText("G9.json")));
        assertThat(caller.peers.hotline().orderOf("BBCS-442000114-20210625-0001"))
                .contains("210625000020007-01");
    }

    @Test
    void theGoldenTransferIsTaken() throws Exception {
        assertThat(caller.signed(ORDERS, Caller.goldenText("G19.json"))
                        .path("success")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void ordersAreNumberedByDayAndCounter() throws Exception {
        JsonNode first = caller.signed(ORDERS, G8);
        JsonNode second = caller.signed(ORDERS, Caller.goldenText("G19.json"));

        assertThat(first.at("/resultData/orderNo").asString()).isEqualTo("210625000020001-01");
        assertThat(second.at("/resultData/orderNo").asString()).isEqualTo("210625000020002-01");
    }

    @Test
    void theSameOrderAgainIsADuplicateWithTheEarlierNumber() throws Exception {
        JsonNode first = caller.signed(ORDERS, G8);
        JsonNode again = caller.signed(ORDERS, G8);

        assertThat(again.path("success").asBoolean()).isFalse();
        assertThat(again.path("code").asString()).isEqualTo("20409");
        assertThat(again.path("resultData")).isEqualTo(first.path("resultData"));
        assertThat(caller.peers.effects("hotline").values()).containsExactly(new Effect(1, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"handleDays\":\"10\"|\"handleDays\":10|handleDays: not a string",
                "\"2021-07-09 23:59:59\"|\"2021-07-09T23:59:59+08:00\"|deadlineDate: not yyyy-MM-dd HH:mm:ss",
                "\"2021-07-09 23:59:59\"|\"2021-02-30 23:59:59\"|deadlineDate: not yyyy-MM-dd HH:mm:ss",
                "\"areaCode\":\"442000114000\"|\"areaCode\":\"442000114\"|areaCode: not 12 digits of Zhongshan",
                "\"causes\":[\"SYSTEM\"]|\"causes\":[\"OTHER\"]|causes: not one of",
                "\"isSecret\":\"0\"|\"isSecret\":\"\"|isSecret: not one of 0, 1",
                "\"isVisit\":\"0\"|\"isVisit\":\"1\"|contactInformation: missing",
                "\"isSecret\":\"0\"|\"isSecret\":\"1\"|callerName: identity in a secret order",
                "\"sourceType\":\"17\",||sourceType: missing",
                "\"pilotLight\":\"2\"|\"pilotLight\":\"2\",\"note\":\"x\"|note: unknown field",
                "\"11442000MB00000192\"|\"ORG-SX\"|organizationCode: not 18-character unit code"
            })
    void anOrderThatBreaksTheDialectIsRefusedWithItsField(String from, String to, String problem) throws Exception {
        JsonNode answer = caller.signed(ORDERS, G8.replace(from, to == null ? "" : to));

        assertThat(answer.path("success").asBoolean()).isFalse();
        assertThat(answer.path("message").asString()).contains(problem);
        assertThat(answer.has("resultData")).isFalse();
    }

    @Test
    void aWrongSignatureAnOldTimestampAndAUsedNonceAreRefused() throws Exception {
        Signatures.Stamp old = new Signatures.Stamp("zs-bbcs-gw", "1624586800000", "5b0d9c3a7e1f4826");
        Signatures.Stamp now = new Signatures.Stamp("zs-bbcs-gw", "1624587200000", "5b0d9c3a7e1f4826");

        assertThat(refusedSignature(old)).isEqualTo("timestamp outside the window");
        assertThat(refusedSignature(now)).isEqualTo("signature does not match");
        assertThat(sent(now).path("success").asBoolean()).isTrue();
        assertThat(sent(now).path("message").asString()).isEqualTo("nonce missing or used before");
    }

    private String refusedSignature(Signatures.Stamp stamp) throws Exception {
        String answer = caller.post(ORDERS, Caller.golden("G8.json"), Caller.headers(stamp, "HMAC-SM3", "00"))
                .body();
        return Caller.json(answer).path("message").asString();
    }

    private JsonNode sent(Signatures.Stamp stamp) throws Exception {
        byte[] body = Caller.golden("G8.json");
        String sign = Signatures.sign("HMAC-SM3", Caller.SECRET, "POST", ORDERS, stamp, body);
        return Caller.json(caller.post(ORDERS, body, Caller.headers(stamp, "HMAC-SM3", sign))
                .body());
    }

    @Test
    void anActionNeedsAKnownOrder() throws Exception {
        String action = "{\"requestId\":\"A1\",\"orderNo\":\"%s\",\"action\":\"EVAL\","
                + "\"actTime\":\"2021-06-25 10:13:20\",\"level\":\"03\",\"scale\":\"S3\"}";
        String orderNo = caller.signed(ORDERS, G8).at("/resultData/orderNo").asString();

        assertThat(caller.signed("/hotline/v2/callbacks", action.formatted("1-01"))
                        .path("message")
                        .asString())
                .isEqualTo("orderNo: unknown order");
        assertThat(caller.signed("/hotline/v2/callbacks", action.formatted(orderNo)))
                .isEqualTo(Caller.json("{\"success\":true,\"code\":\"10000\",\"message\":\"\",\"resultData\":"
                        + "{\"orderNo\":\"" + orderNo + "\"}}"));
    }

    @Test
    void aQuestionByKeyTellsWhatWasTaken() throws Exception {
        JsonNode asked = JSON.readTree(G8);
        String question = "{\"requestId\":\"%s\",\"serialNumber\":\"%s\"}"
                .formatted(
                        asked.path("requestId").asString(),
                        asked.path("serialNumber").asString());
        assertThat(caller.signed(QUERIES, question).path("code").asString()).isEqualTo("20404");
        String orderNo = caller.signed(ORDERS, G8).at("/resultData/orderNo").asString();
        JsonNode known = caller.signed(QUERIES, question);
        assertThat(known.path("code").asString()).isEqualTo("10000");
        assertThat(known.at("/resultData/orderNo").asString()).isEqualTo(orderNo);
        assertThat(caller.signed(QUERIES, "{}").path("success").asBoolean()).isFalse();
    }

    @Test
    void aRedoMakesTheNewNumberKnown() throws Exception {
        String orderNo = caller.signed(ORDERS, G8).at("/resultData/orderNo").asString();
        try (StandInGateway gateway = new StandInGateway()) {
            caller.peers.connect(gateway.url());
            caller.peers.hotline().callback(orderNo, "REDO", Map.of("newOrderNo", "210625000020001-02"));
        }

        assertThat(caller.peers.hotline().orderOf("BBCS-442000114-20210625-0001"))
                .contains("210625000020001-02");
    }

    @Test
    void aCallbackIsSignedAndLooksLikeTheGoldenOne() throws Exception {
        try (StandInGateway gateway = new StandInGateway()) {
            caller.peers.connect(gateway.url());
            Reply reply = caller.peers
                    .hotline()
                    .callback(
                            "210902000020009-01",
                            "NOT_ACCEPT",
                            "2",
                            "2021-09-03 09:20:00",
                            fields("reasonCode", "OTHER_AUTHORITY", "reason", "须通过法定途径处理"));

            assertThat(reply.taken()).isTrue();
            assertThat(Caller.json(gateway.lastText())).isEqualTo(Caller.json(Caller.goldenText("G20.json")));
            assertThat(gateway.lastPath()).isEqualTo("/api/v1/hotline/callbacks");
            assertThat(gateway.lastSignatureHolds("hotline-12345")).isTrue();
        }
    }

    private static Map<String, String> fields(String... pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            fields.put(pairs[index], pairs[index + 1]);
        }
        return fields;
    }
}
