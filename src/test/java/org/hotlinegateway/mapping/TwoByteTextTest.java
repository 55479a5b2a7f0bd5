package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the quick way makes of bytes is what the platform makes of them, or it leaves them alone. */
class TwoByteTextTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @Test
    void everyPairIsTheCharacterThatThePlatformMakesOfIt() throws CharacterCodingException {
        int taken = 0;
        for (int pair = 0x8000; pair <= 0xFFFF; pair++) {
            byte[] bytes = {(byte) (pair >> 8), (byte) pair};
            byte[] quick = TwoByteText.utf8(bytes, 0);
            if (quick != null) {
                taken++;
                assertThat(quick).as("pair %04X", pair).isEqualTo(byPlatform(bytes, 0));
            }
        }
        assertThat(taken).isEqualTo(126 * 190);
    }

    @Test
    void aTextFromAPlaceOnIsWhatThePlatformMakesOfIt() throws CharacterCodingException {
        Random random = new Random(20_210_908);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = text(random);
            int from = random.nextInt(3);
            assertThat(TwoByteText.utf8(bytes, from)).isEqualTo(byPlatform(bytes, from));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"测试\uD840\uDC00", "\u00C0 a", "\uFFFD"})
    void aCharacterOfFourBytesIsLeftToThePlatform(String text) {
        byte[] bytes = text.getBytes(GB18030);
        assertThat(TwoByteText.utf8(bytes, 0)).isNull();
        assertThat(Charsets.utf8(bytes, 0, GB18030)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void halfACharacterAtTheEndIsLeftToThePlatformWhichRefusesIt() {
        byte[] bytes = {'a', (byte) 0xB2};
        assertThat(TwoByteText.utf8(bytes, 0)).isNull();
        assertThatThrownBy(() -> Charsets.utf8(bytes, 0, GB18030)).hasMessageContaining("no GB18030");
    }

    /** Three bytes of ASCII, then pairs and ASCII in any order. */
    private static byte[] text(Random random) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes("<a>".getBytes(StandardCharsets.US_ASCII));
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            if (random.nextBoolean()) {
                text.write(random.nextInt(0x80));
            } else {
                int trail = 0x40 + random.nextInt(0xBF);
                text.write(0x81 + random.nextInt(0x7E));
                text.write(trail == 0x7F ? 0x80 : trail);
            }
        }
        return text.toByteArray();
    }

    private static byte[] byPlatform(byte[] bytes, int from) throws CharacterCodingException {
        return GB18030.newDecoder()
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
