package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Texts put one behind the other. */
class PiecesTest {
    private static Value.Text of(Value... values) {
        Pieces pieces = new Pieces();
        for (Value value : values) {
            assertThat(pieces.add(value)).isTrue();
        }
        return pieces.text();
    }

    private static String json(Value value) {
        return new String(JsonTarget.bytes(value), StandardCharsets.UTF_8);
    }

    @Test
    void theyStayBytesWhileAllHaveBytes() {
        Value.Text made = of(Value.Text.known("窗口"), Value.Text.known("("), Value.Text.known("01)"));
        assertThat(made.hasBytes()).isTrue();
        assertThat(made.isPlain()).isTrue();
        assertThat(made.continuations()).isEqualTo(4);
        assertThat(made.isWithin(6)).isTrue();
        assertThat(made.isWithin(5)).isFalse();
        assertThat(made.text()).isEqualTo("窗口(01)");
        assertThat(json(made)).isEqualTo("\"窗口(01)\"");
    }

    @Test
    void onePieceThatNeedsAnEscapeMakesTheWholeNeedIt() {
        assertThat(json(of(Value.Text.known("a"), Value.Text.known("\"b\n"), Value.Text.known("丙"))))
                .isEqualTo("\"a\\\"b\\n丙\"");
    }

    @Test
    void whatHasNoBytesTurnsTheRestToCharacters() {
        Value.Text made =
                of(Value.Text.known("丙\""), new Value.Text("\uD83D"), Value.Text.known("x"), new Value.Num("7"));
        assertThat(made.hasBytes()).isFalse();
        assertThat(made.text()).isEqualTo("丙\"\uD83Dx7");
        assertThat(json(made)).isEqualTo("\"丙\\\"\\ud83dx7\"");
    }

    @Test
    void otherScalarsAreSpelled() {
        assertThat(of(Value.Text.known("it is "), Value.Bool.TRUE).text()).isEqualTo("it is true");
        assertThat(of(new Value.Num(new byte[] {'1', '.', '5', '0'}, 0, 4), Value.Text.known("%"))
                        .text())
                .isEqualTo("1.50%");
    }

    @Test
    void whatIsNoScalarIsNotTaken() {
        Pieces pieces = new Pieces();
        assertThat(pieces.add(new Value.Obj())).isFalse();
        assertThat(pieces.add(null)).isFalse();
        assertThat(pieces.isEmpty()).isTrue();
        assertThat(pieces.text().isBlank()).isTrue();
    }
}
