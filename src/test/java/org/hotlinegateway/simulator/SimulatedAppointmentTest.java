package org.hotlinegateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SimulatedAppointmentTest {
    private static final String SLOT = "{\"token\":\"demo-token\",\"params\":{\"event\":\"SLOT_REQUESTED\","
            + "\"hallId\":\"h-sanxiang-01\",\"taskTypeId\":\"t-8831\",\"slotDate\":\"2021-07-09\","
            + "\"why\":\"GREEN_CHANNEL\",\"caseNo\":\"BBCS-442000114-20210709-0002\"}}";

    private Caller caller;

    @BeforeEach
    void open() {
        caller = Caller.at("2021-06-25T11:06:00");
    }

    @AfterEach
    void close() {
        caller.close();
    }

    @Test
    void theGoldenQuotaPolicyGetsTheGoldenAnswer() throws Exception {
        assertThat(api(Caller.goldenText("G10.json"))).isEqualTo(Caller.json(Caller.goldenText("G11.json")));
    }

    @Test
    void theSamePolicyAgainIsAlreadyInForce() throws Exception {
        api(Caller.goldenText("G10.json"));
        JsonNode again = api(Caller.goldenText("G10.json"));

        assertThat(again.path("status").asString()).isEqualTo("0");
        assertThat(again.path("text").asString()).containsPattern("已(生效|设置|存在)");
        assertThat(caller.peers.effects("appointment").values()).containsExactly(new Effect(1, 2));
    }

    @Test
    void aSlotIsGrantedWithTheNextTicket() throws Exception {
        assertThat(api(SLOT).path("custom"))
                .isEqualTo(Caller.json("{\"ticketNo\":\"A012\",\"windowNo\":\"7\",\"at\":\"2021-07-09 09:11:00\"}"));
    }

    @Test
    void aSlotCanBeRefusedWithAScriptedSentence() throws Exception {
        caller.peers.appointment().refuseSlots("近7日无可约号源");

        assertThat(api(SLOT)).isEqualTo(Caller.json("{\"status\":\"0\",\"text\":\"近7日无可约号源\",\"custom\":{}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demo-token|other|token无效",
                "\"quota\":null|\"quota\":40|params.quota: not empty",
                "h-sanxiang-01|ZS-SX|params.hallId: not hall id",
                "2021-06-28 08:30:00|2021-06-28T08:30:00+08:00|params.effectiveFrom: not yyyy-MM-dd HH:mm:ss",
                "[\"t-8831\",\"t-8840\"]|[]|params.taskTypeIds: not a list of at least 1"
            })
    void aPolicyThatBreaksTheDialectIsRefusedWithStatusZeroAndHttp200(String from, String to, String problem)
            throws Exception {
        JsonNode answer = api(Caller.goldenText("G10.json").replace(from, to));

        assertThat(answer.path("status").asString()).isEqualTo("0");
        assertThat(answer.path("text").asString()).contains(problem);
    }

    @Test
    void theGoldenAlertTravelsAsItIs() throws Exception {
        try (StandInGateway gateway = new StandInGateway()) {
            caller.peers.connect(gateway.url());
            caller.peers.appointment().alert(Caller.goldenText("G7.json"));

            assertThat(gateway.last().body()).isEqualTo(Caller.golden("G7.json"));
            assertThat(gateway.lastPath()).isEqualTo("/api/v1/appointment/alerts");
        }
    }

    private JsonNode api(String body) throws Exception {
        var answer = caller.post("/appointment/api", body.getBytes(StandardCharsets.UTF_8), Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        return Caller.json(answer.body());
    }
}
