package org.hotlinegateway.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.OurEntry;
import org.junit.jupiter.api.Test;

class EntryKeysTest {
    private static final String EVENT = """
            {"id": "E-1", "subject": "C-1", "seq": 7, "payload": {"level": "RED", "note": null},
             "case": {"orders": [{"orderNo": "GD-1"}, {"orderNo": "GD-2"}]}}""";

    @Test
    void aKeyIsFilledFromTheDeliveredEvent() {
        assertThat(key("GW-{subject}-{seq}")).contains("GW-C-1-7");
    }

    @Test
    void theFirstOfSeveralThatIsThereIsTaken() {
        assertThat(key("{correlationId|id}")).contains("E-1");
    }

    @Test
    void aListIsReadFromEitherEnd() {
        assertThat(key("{case.orders[-1].orderNo}/{case.orders[0].orderNo}")).contains("GD-2/GD-1");
    }

    @Test
    void withoutWhatItIsMadeOfThereIsNoKey() {
        assertThat(key("CARD-{payload.note}")).isEmpty();
        assertThat(key("{case.orders[5].orderNo}")).isEmpty();
    }

    @Test
    void anEventTypeHasItsOwnKeyAndTheRestShareOne() {
        EntryKeys keys = new EntryKeys(Map.of("RESULT", "R-{id}", "other", "O-{id}"));
        assertThat(keys.of(entry("RESULT"))).contains("R-E-1");
        assertThat(keys.of(entry("CHASER"))).contains("O-E-1");
        assertThat(new EntryKeys(Map.of()).of(entry("CHASER"))).isEmpty();
    }

    @Test
    void aKeyOfOurNumbersIsToldApartFromOneOfTheSender() {
        assertThat(isOfOurNumbers("GW-{subject}-{seq}")).isTrue();
        assertThat(isOfOurNumbers("{correlationId|id}")).as("no correlation").isTrue();
        assertThat(isOfOurNumbers("{subject|id}")).isFalse();
        assertThat(isOfOurNumbers("CARD-{case.orders[-1].orderNo}-{payload.level}"))
                .isFalse();
        assertThat(new EntryKeys(Map.of()).isOfOurNumbers(entry("CHASER"))).isFalse();
    }

    private static boolean isOfOurNumbers(String template) {
        return new EntryKeys(Map.of("other", template)).isOfOurNumbers(entry("CHASER"));
    }

    private static Optional<String> key(String template) {
        return new EntryKeys(Map.of("other", template)).of(entry("CHASER"));
    }

    private static OurEntry entry(String type) {
        return new OurEntry(
                1, "C-1", 7, type, DeliveryState.ACKNOWLEDGED, null, false, null, Instant.EPOCH, EVENT.getBytes(UTF_8));
    }
}
