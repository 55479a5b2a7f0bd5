package org.hotlinegateway.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
    private static final Charset GBK = Charset.forName("GBK");

    @ParameterizedTest
    @ValueSource(strings = {"权属材料.jpg", "photo 1.png", "联通.txt", "䶮.pdf", "résumé.pdf", "a", "报告(终稿)v1.2.docx"})
    void aPlainNameStays(String name) {
        assertThat(FileNames.fit(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "../../etc/passwd → passwd",
                "C:\\Users\\甲\\材料.jpg → 材料.jpg",
                "a/b\\c.pdf → c.pdf",
                "a\"b.jpg → a_b.jpg",
                "a;filename=b.exe → a_filename=b.exe",
                "100%25.txt → 100_25.txt",
                ".htaccess → htaccess",
                "材料.jpg. → 材料.jpg",
                "CON.txt → _CON.txt",
                "'' → 附件",
                "... → 附件",
                "/ → 附件"
            })
    void aHostileNameIsMadeHarmless(String written, String shown) {
        assertThat(FileNames.fit(written.strip())).isEqualTo(shown.strip());
    }

    @Test
    void nothingThatTurnsOrHidesTextIsLeft() {
        assertThat(FileNames.fit("照片\u202Egpj.exe")).isEqualTo("照片gpj.exe");
        assertThat(FileNames.fit("a\r\nSet-Cookie: x.jpg")).isEqualTo("aSet-Cookie_ x.jpg");
        assertThat(FileNames.fit("a\0.jpg")).isEqualTo("a.jpg");
        assertThat(FileNames.fit(null)).isEqualTo("附件");
    }

    @Test
    void bytesReadInAWrongCharsetAreReadAgain() {
        String name = "权属材料证明.jpg";
        assertThat(FileNames.fit(new String(name.getBytes(UTF_8), ISO_8859_1))).isEqualTo(name);
        assertThat(FileNames.fit(new String(name.getBytes(GBK), ISO_8859_1))).isEqualTo(name);
        assertThat(FileNames.fit(new String("权属材料.jpg".getBytes(UTF_8), GBK))).isEqualTo("权属材料.jpg");
    }

    @Test
    void whatIsLostForGoodIsReplacedAndKeepsItsEnding() {
        assertThat(FileNames.fit("锟斤拷锟斤拷.jpg")).isEqualTo("附件.jpg");
        assertThat(FileNames.fit("\uFFFD\uFFFD.pdf")).isEqualTo("附件.pdf");
        assertThat(FileNames.fit("????.png")).isEqualTo("附件.png");
    }

    @Test
    void aLongNameIsShortenedBeforeItsEnding() {
        String fit = FileNames.fit("证".repeat(500) + ".docx");
        assertThat(fit.codePointCount(0, fit.length())).isEqualTo(120);
        assertThat(fit).endsWith("证.docx");
        assertThat(FileNames.fit("𬱖".repeat(500) + ".docx")).endsWith("𬱖.docx");
    }

    @Test
    void theHeaderSaysTheNameForOldAndNewReaders() {
        assertThat(FileNames.disposition("权属 1.jpg"))
                .isEqualTo("attachment; filename=\"__ 1.jpg\"; filename*=UTF-8''%E6%9D%83%E5%B1%9E%201.jpg");
    }
}
