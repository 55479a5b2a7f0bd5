package org.hotlinegateway.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.intake.Knock.Answer;
import org.hotlinegateway.ledger.MessageState;
import org.hotlinegateway.ledger.StoredMessage;
import org.hotlinegateway.vault.ParameterSignature;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DoorVerdictTest extends AtTheDoor {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String SECRET = "demo-secret-not-real";

    @Test
    void aTakenMessageIsKeptAsItTravelled() {
        Answer answer = window().body(event("V1", "title", "标题")).send();
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("duplicate").asBoolean(true)).isFalse();
        StoredMessage kept = kept(receipt(answer));
        assertThat(kept.raw()).isEqualTo(event("V1", "title", "标题").getBytes(UTF_8));
        assertThat(kept.messageKey()).isEqualTo("V1");
        assertThat(kept.lane()).isEqualTo("BBCS-442000002-20210908-0016");
        assertThat(kept.state()).isEqualTo(MessageState.RECEIVED);
    }

    @Test
    void aDuplicateGetsTheSameReceipt() {
        Answer first = window().body(event("V2", "title", "一")).send();
        Answer second = window().body(event("V2", "title", "一")).send();
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("duplicate").asBoolean(false)).isTrue();
        assertThat(receipt(second)).isEqualTo(receipt(first));
    }

    @Test
    void theSameIdWithOtherContentIsAConflict() {
        window().body(event("V3", "title", "一")).send();
        Answer other = window().body(event("V3", "title", "二")).send();
        assertProblem(other, 422, "idempotency-conflict");
    }

    @Test
    void aConflictIsToldInThePeersOwnEnvelope() {
        String callback = goldenText("G20.json").replace("-01\"", "-CONFLICT\"");
        hotline().body(callback).send();
        Answer other = hotline().body(callback.replace("须通过", "应通过")).send();
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("success").asBoolean(true)).isFalse();
        assertThat(other.json().path("message").asString("")).contains("同一编号的内容不一致");
    }

    @Test
    void aCallbackOfTheHotlineHearsSuccessAndAgainTheSame() {
        String callback = goldenText("G20.json").replace("-01\"", "-TWICE\"");
        for (int time = 1; time <= 2; time++) {
            Answer answer = hotline().body(callback).send();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).contains("\"success\":true");
        }
    }

    @Test
    void aLegacyMessageSentAgainWithANewHeadIsADuplicate() {
        Answer first =
                legacy().body(legacyMessage("HZ-AGAIN", "20210922160130", "8")).send();
        Answer second =
                legacy().body(legacyMessage("HZ-AGAIN", "20210922160500", "8")).send();
        assertThat(first.status()).isEqualTo(200);
        assertThat(new String(second.bytes(), GB18030)).contains("<CODE>0</CODE>");
        Answer other =
                legacy().body(legacyMessage("HZ-AGAIN", "20210922160900", "9")).send();
        assertThat(new String(other.bytes(), GB18030))
                .doesNotContain("<CODE>0</CODE>")
                .contains("内容不一致");
    }

    @Test
    void everyFieldAtFaultIsToldAtOnce() {
        Answer answer = window().body("{\"msgId\":\"V4\",\"version\":\"x\",\"event\":\"CASE_CREATED\"}")
                .send();
        assertProblem(answer, 422, "fields-invalid");
        List<String> paths = answer.json()
                .path("errors")
                .valueStream()
                .map(e -> e.path("path").asString(""))
                .toList();
        assertThat(paths).contains("subject", "version", "occurredAt").doesNotHaveDuplicates();
    }

    @Test
    void aFieldAtFaultNeverTellsItsValue() {
        Answer answer = window().body(event("V5", "occurredAt", "13800000000")).send();
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).doesNotContain("13800000000");
    }

    @Test
    void fieldsAtFaultAreToldToTheHotlineInItsEnvelope() {
        Answer answer =
                hotline().body("{\"orderNo\":\"1\",\"action\":\"SIGN\"}").send();
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("success").asBoolean(true)).isFalse();
        assertThat(answer.json().path("message").asString(""))
                .contains("actTime")
                .contains("缺少必填字段");
    }

    @Test
    void appointmentAlwaysHears200AndStatus0WhenRefused() {
        Answer answer =
                appointment().body("{\"token\":\"demo-token\",\"params\":{}}").send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asString("")).isEqualTo("0");
        assertThat(answer.json().path("text").asString("")).isNotBlank();
    }

    @Test
    void anUnknownCodeIsTakenAndParkedUnderItsTable() {
        String unknown = event("V6", "title", "一").replace("\"MATERIAL\"", "\"BEWITCHED\"");
        Answer answer = window().body(unknown).send();
        assertThat(answer.status()).isEqualTo(202);
        StoredMessage kept = kept(receipt(answer));
        assertThat(kept.state()).isEqualTo(MessageState.PARKED);
        assertThat(kept.reason()).startsWith("TABLE_MISS cause payload.causes");
        assertThat(kept.waitingOn()).isEqualTo("table:cause;tables/causes.csv#cause->cause;BEWITCHED;payload.causes");
        assertThat(kept.lane()).isEqualTo("BBCS-442000002-20210908-0016");
    }

    @Test
    void anUnknownCodeBesideAMissingFieldIsRefused() {
        String both = event("V7", "occurredAt", "").replace("\"MATERIAL\"", "\"BEWITCHED\"");
        assertProblem(window().body(both).send(), 422, "fields-invalid");
    }

    @Test
    void alertsOfOneKindLieInOneLane() {
        Answer answer = appointment().send();
        assertThat(kept(answer.json().path("custom").path("receipt").asString(""))
                        .lane())
                .isEqualTo("NN|ZS-SX|t-8831|2021-06-25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,2", "null", "\"text\"", "{\"msgId\":\"1\"} {}", "<xml/>", "{\"a\":1,}"})
    void noJsonIsMalformed(String body) {
        Answer answer = window().body(body).send();
        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.code()).isIn("malformed", "fields-invalid");
    }

    @Test
    void jsonInAnotherCharsetIsMalformed() {
        byte[] gbk = goldenText("G1.json").getBytes(GB18030);
        assertProblem(window().body(gbk).send(), 400, "malformed");
    }

    @Test
    void aKeyGivenTwiceIsMalformed() {
        String twice = goldenText("G1.json").replaceFirst("\\{", "{\"caseNo\":\"BBCS-OTHER\",");
        assertProblem(window().body(twice).send(), 400, "malformed");
    }

    static List<String> bombs() {
        return List.of("[".repeat(1_000_000), "{\"a\":".repeat(200_000));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void aDepthBombIsMalformed(String bomb) {
        assertProblem(window().body(bomb).send(), 400, "malformed");
        assertProblem(appointment().body(bomb).send(), bomb.startsWith("[") ? 401 : 400, null);
    }

    @Test
    void xmlWithAnEntityIsRefusedAndNothingIsFetched() {
        String xxe = "<?xml version=\"1.0\"?><!DOCTYPE m [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + "<MESSAGE><HEAD><LSH>&x;</LSH><QM>1</QM></HEAD><BODY/></MESSAGE>";
        assertProblem(legacy().body(xxe).send(), 400, "malformed");
    }

    @Test
    void aLegacyBodyThatIsNoXmlIsRefusedInItsEnvelope() {
        byte[] whole = legacyMessage("HZ-BROKEN", "20210922160130", "8");
        byte[] half = new String(whole, GB18030).replace("</MESSAGE>", "").getBytes(GB18030);
        Answer answer = legacy().body(half).send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/xml");
        assertThat(new String(answer.bytes(), GB18030))
                .contains("<CODE>1</CODE>")
                .contains("无法解析");
    }

    @Test
    void aBodyLargerThanAllowedIsRefused() {
        byte[] large = new byte[1024 * 1024 + 1];
        assertProblem(window().body(large).send(), 413, "body-too-large");
    }

    private static byte[] legacyMessage(String lsh, String sj, String xh) {
        Map<String, String> head = Map.of("LY", "12345", "YWLX", "GDHZ", "LSH", lsh, "SJ", sj);
        String qm = ParameterSignature.md5(head, SECRET, GB18030);
        return ("<?xml version=\"1.0\" encoding=\"GBK\"?><MESSAGE><HEAD><LY>12345</LY><YWLX>GDHZ</YWLX><LSH>" + lsh
                        + "</LSH><SJ>" + sj + "</SJ><QM>" + qm
                        + "</QM></HEAD><BODY><GDBH>0210908155301000001</GDBH><XH>"
                        + xh + "</XH><ZT>QS</ZT><CBDW>DQJD</CBDW><CZSJ>2021-09-09 09:05:00</CZSJ></BODY></MESSAGE>")
                .getBytes(GB18030);
    }

    private static String event(String msgId, String field, String value) {
        JsonNode event = JsonMapper.shared().readTree(golden("G1.json"));
        ((ObjectNode) event).put("msgId", msgId).put(field, value);
        return event.toString();
    }

    private static String receipt(Answer answer) {
        return answer.json().path("receipt").asString("");
    }

    private static void assertProblem(Answer answer, int status, @Nullable String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("correlationId").asString("")).isEqualTo(answer.header("X-Correlation-Id"));
        if (code != null) {
            assertThat(answer.code()).isEqualTo(code);
        }
    }
}
