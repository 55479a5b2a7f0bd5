package org.hotlinegateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenariosTest {
    private Caller caller;
    private StandInGateway gateway;

    @BeforeEach
    void open() throws IOException {
        caller = Caller.at("2021-09-08T15:53:02");
        gateway = new StandInGateway();
        caller.peers.connect(gateway.url());
    }

    @AfterEach
    void close() {
        gateway.close();
        caller.close();
    }

    @Test
    void theHardCaseStartsWithTheGoldenCaseAndEndsWithItsClosing() throws Exception {
        caller.legacy("/legacy/orders", Caller.golden("G2.xml"));

        assertThat(Scenarios.hardCase(caller.peers).play(step -> {})).allMatch(Reply::taken);

        assertThat(Caller.json(body(0))).isEqualTo(Caller.json(Caller.goldenText("G1.json")));
        assertThat(LegacyXml.read(gateway.last().body()).body())
                .containsEntry("GDBH", "0210908155301000001")
                .containsEntry("XH", "9")
                .containsEntry("ZT", "JA");
    }

    @Test
    void theExtensionSaysWhatTheGoldenOneSays() throws Exception {
        caller.legacy("/legacy/orders", Caller.golden("G2.xml"));
        Scenarios.hardCase(caller.peers).play("YQTG");

        assertThat(LegacyXml.read(gateway.last().body()).body())
                .containsAllEntriesOf(LegacyXml.read(Caller.golden("G5.xml")).body());
    }

    @Test
    void theAlertOfAHallWithoutNumbersIsTheGoldenOneAndItsSecondHasMoreRefusals() throws Exception {
        Scenario scenario = Scenarios.noNumber(caller.peers);
        scenario.play("ALERT");
        scenario.play("ALERT_AGAIN");

        assertThat(Caller.json(body(0))).isEqualTo(Caller.json(Caller.goldenText("G7.json")));
        assertThat(Caller.json(body(1)).at("/params/failCount").asInt()).isEqualTo(9);
        assertThat(Caller.json(body(1)).at("/params/lastAt").asString()).isEqualTo("2021-06-25 10:20:05");
    }

    @Test
    void theRefusedTransferEndsWithTheGoldenRefusal() throws Exception {
        caller.peers.hotline().nextOrderNo("210902000020009-01");
        caller.signed("/hotline/v2/orders", Caller.goldenText("G19.json"));
        Scenarios.outOfScopeRefused(caller.peers).play("NOT_ACCEPT");

        assertThat(Caller.json(gateway.lastText())).isEqualTo(Caller.json(Caller.goldenText("G20.json")));
    }

    @Test
    void aCallbackWaitsForTheOrder() {
        assertThatThrownBy(() -> Scenarios.outOfScope(caller.peers).play("ASSIGN"))
                .hasMessageContaining("has no order of BBCS-442000002-20210902-0009");
    }

    @ParameterizedTest
    @ValueSource(strings = {"window-case.json", "no-number-alert.json"})
    void theExamplesInTheDocsAreTheMessagesOfTheStories(String file) throws IOException {
        assertThat(Path.of("docs/examples", file))
                .hasSameTextualContentAs(Path.of("src/main/resources/simulator", file));
    }

    private String body(int call) {
        return new String(gateway.calls.get(call).body(), StandardCharsets.UTF_8);
    }
}
