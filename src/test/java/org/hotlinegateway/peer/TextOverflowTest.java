package org.hotlinegateway.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a text that does not fit is cut, and that nothing of it is lost. */
class TextOverflowTest {
    private static final TextOverflow TWENTY = new TextOverflow("case.content", Set.of("HANDED_OFF"), 20);

    @Test
    void aTextThatFitsStaysWhole() {
        assertThat(TWENTY.pieces("一二三四五六七八九十一二三四五六七八九十")).hasSize(1);
        assertThat(TWENTY.pieces("")).containsExactly("");
    }

    @Test
    void aTextIsCutBehindASentenceNearTheEndOfTheRoom() {
        assertThat(TWENTY.pieces("一二三四五六七八九十一二三四五六七八。九十百千")).containsExactly("一二三四五六七八九十一二三四五六七八。", "九十百千");
    }

    @Test
    void aSentenceThatEndsEarlyIsNoReasonToWasteRoom() {
        assertThat(TWENTY.pieces("一。二三四五六七八九十一二三四五六七八九十百")).containsExactly("一。二三四五六七八九十一二三四五六七八九", "十百");
    }

    @Test
    void aCharacterOutsideTheBasicPlaneIsNotCutInHalf() {
        String text = "𠮷".repeat(45);
        assertThat(TWENTY.pieces(text)).containsExactly("𠮷".repeat(20), "𠮷".repeat(20), "𠮷".repeat(5));
    }

    @Test
    void thePiecesAreTheTextWhateverWasConfiguredWhenThePartsWereMade() {
        String text = "甲乙丙丁戊己庚辛壬癸".repeat(5);
        for (int of = 2; of <= 4; of++) {
            StringBuilder all = new StringBuilder(TWENTY.pieces(text).get(0));
            for (int number = 2; number <= of; number++) {
                all.append(TWENTY.piece(text, number, of));
            }
            assertThat(all).hasToString(text);
        }
    }

    @Test
    void theTextIsFoundInTheDeliveryDocument() {
        byte[] document = "{\"case\":{\"content\":\"甲\"}}".getBytes(StandardCharsets.UTF_8);
        assertThat(TWENTY.textIn(document)).isEqualTo("甲");
        assertThat(new TextOverflow("case.title", Set.of("X"), 20).textIn(document))
                .isEmpty();
    }

    @Test
    void aPartIsWrittenAndReadAgain() {
        assertThat(TextPart.parse(new TextPart(2, 3).toString())).contains(new TextPart(2, 3));
        assertThat(TextPart.parse("file-1")).isEmpty();
        assertThat(TextPart.parse(null)).isEmpty();
    }
}
