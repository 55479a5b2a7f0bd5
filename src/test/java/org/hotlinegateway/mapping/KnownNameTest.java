package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name compared with a message's bytes. */
class KnownNameTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "caseNo",
                "caseNoX",
                "handledd",
                "registrar",
                "registeredAt1234",
                "aNameOfSeventeen1",
                "aNameThatIsMuchLongerThanSixteenBytes",
                "案",
                "办不成事",
                "办不成事的窗口和热线"
            })
    void itIsFoundWhereItStandsAndNowhereElse(String text) {
        KnownName name = new KnownName(text);
        int length = bytes(text).length;
        assertThat(name.length()).isEqualTo(length);
        for (String after : new String[] {"", "\"", "\":1", "\":\"1234567890123456789\"}"}) {
            byte[] message = bytes("{\"" + text + after);
            assertThat(name.isAt(message, 2)).as("before '%s'", after).isTrue();
            for (int i = 0; i < length; i++) {
                byte[] other = message.clone();
                other[2 + i] ^= 1;
                assertThat(name.isAt(other, 2))
                        .as("byte %d changed, before '%s'", i, after)
                        .isFalse();
            }
            for (int cut = 0; cut < length; cut++) {
                assertThat(name.isAt(java.util.Arrays.copyOf(message, 2 + cut), 2))
                        .as("cut after %d", cut)
                        .isFalse();
            }
        }
    }
}
