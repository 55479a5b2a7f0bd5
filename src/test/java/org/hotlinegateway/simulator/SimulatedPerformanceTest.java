package org.hotlinegateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedPerformanceTest {
    private static final String EVENTS = "/perf/v1/events";

    private Caller caller;

    @BeforeEach
    void open() {
        caller = Caller.at("2021-09-24T00:00:01");
    }

    @AfterEach
    void close() {
        caller.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"G12.json", "G14.json", "G15.json"})
    void theGoldenCardsAreTaken(String golden) throws Exception {
        assertThat(caller.signed(EVENTS, Caller.goldenText(golden))).isEqualTo(Caller.json("{\"code\":0}"));
    }

    @Test
    void theSameEventAgainIsADuplicate() throws Exception {
        caller.signed(EVENTS, Caller.goldenText("G12.json"));

        assertThat(caller.signed(EVENTS, Caller.goldenText("G12.json"))
                        .path("code")
                        .asInt())
                .isEqualTo(1001);
    }

    @Test
    void aCaseOutcomeIsTaken() throws Exception {
        String outcome = "{\"eventId\":\"RESULT-0210908155301000001-1\",\"event\":\"RESULT\","
                + "\"orderNo\":\"0210908155301000001\",\"caseNo\":\"BBCS-442000002-20210908-0016\","
                + "\"result\":\"SOLVED\",\"resultAt\":\"2021-09-27T15:30:00+08:00\",\"onTime\":true}";

        assertThat(caller.signed(EVENTS, outcome).path("code").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"points\":-5|\"points\":5|points: not a whole number",
                "\"points\":-5|\"points\":\"-5\"|points: not a whole number",
                "\"level\":100|\"level\":200|level: not a whole number from 100 to 100",
                "2021-09-23T23:59:59+08:00|2021-09-23 23:59:59|deadline: not date-time with offset",
                "\"org\":\"ORG-DQJD\",||org: missing",
                "\"supersedes\":null|\"applicant\":\"x\"|applicant: unknown field"
            })
    void aCardThatBreaksTheDialectIsRefused(String from, String to, String problem) throws Exception {
        var answer = caller.signed(EVENTS, Caller.goldenText("G12.json").replace(from, to == null ? "" : to));

        assertThat(answer.path("code").asInt()).isEqualTo(4002);
        assertThat(answer.path("message").asString()).contains(problem);
    }
}
