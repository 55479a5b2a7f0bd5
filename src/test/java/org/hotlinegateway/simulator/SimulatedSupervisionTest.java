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

class SimulatedSupervisionTest {
    private static final String G16 = Caller.goldenText("G16.json");

    private Caller caller;

    @BeforeEach
    void open() {
        caller = Caller.at("2021-09-22T16:01:31");
    }

    @AfterEach
    void close() {
        caller.close();
    }

    @Test
    void theGoldenFeedIsTakenInOrderAndRepeatedItemsAreAcknowledged() throws Exception {
        assertThat(feed(G16)).isEqualTo(taken(1042));
        assertThat(feed(G16)).isEqualTo(taken(1042));
        assertThat(feed(G16.replace("1042", "1043"))).isEqualTo(taken(1043));
        assertThat(feed(G16.replace("1042", "1041"))).isEqualTo(taken(1041));
    }

    @Test
    void aGapIsRefusedWithTheNumberExpected() throws Exception {
        feed(G16);

        assertThat(feed(Caller.goldenText("G21.json")).path("text").asString()).isEqualTo("feedSeq不连续,应为1043");
    }

    @Test
    void theGoldenHotspotIsTaken() throws Exception {
        assertThat(feed(Caller.goldenText("G21.json"))).isEqualTo(taken(1077));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"state\":\"HANDLING\"|\"phone\":\"x\"|items[0].phone: unknown field",
                "ZS-DQ|13800000000|params.items[0].hallCode: personal data",
                "ORG-DQJD|442000190001010010|params.items[0].unitCode: personal data",
                "ORG-DQJD|测**|params.items[0].unitCode: personal data",
                "2021-09-22T16:00:00+08:00|2021-09-22 16:00:00|at: not date-time with offset",
                "CLOCK_RESET|RESET|kind: not one of"
            })
    void aFeedWithPersonalDataOrOutsideTheWhiteListIsRefused(String from, String to, String problem) throws Exception {
        JsonNode answer = feed(G16.replace(from, to));

        assertThat(answer.path("status").asString()).isEqualTo("0");
        assertThat(answer.path("text").asString()).contains(problem);
    }

    private JsonNode feed(String body) throws Exception {
        return Caller.json(caller.post("/supervision/feed", body.getBytes(StandardCharsets.UTF_8), Map.of())
                .body());
    }

    private static JsonNode taken(int feedSeq) {
        return Caller.json("{\"status\":\"1\",\"text\":\"\",\"custom\":{\"feedSeq\":" + feedSeq + "}}");
    }
}
