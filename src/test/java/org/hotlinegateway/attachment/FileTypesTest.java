package org.hotlinegateway.attachment;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypesTest {
    private final FileTypes types = new FileTypes();

    @ParameterizedTest
    @CsvSource({
        "ffd8ffe000104a46494600010100, a.jpg, image/jpeg",
        "89504e470d0a1a0a0000000d49484452, a.png, image/png",
        "474946383961, a.gif, image/gif",
        "255044462d312e370a, a.pdf, application/pdf",
        "504b03041400060008000000, a.zip, application/zip",
        "504b03041400060008000000, a.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "504b03041400060008000000, a.xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "d0cf11e0a1b11ae1, a.doc, application/msword",
        "2321414d520a, a.amr, audio/amr",
        "49443303000000000021, a.mp3, audio/mpeg",
        "0000001866747970 6d703432000000006d70343269736f6d, a.mp4, video/mp4",
        "4d5a90000300000004000000, a.jpg, application/x-msdownload"
    })
    void aTypeIsToldByContent(String hex, String name, String type) {
        assertThat(types.of(HexFormat.of().parseHex(hex.replace(" ", "")), name))
                .isEqualTo(type);
    }

    @Test
    void aLoginPageIsNoPicture() {
        byte[] page = "<!DOCTYPE html><html><body>请登录</body></html>".getBytes(UTF_8);
        String found = types.of(page, "a.jpg");
        assertThat(FileTypes.isPage(found)).isTrue();
        assertThat(types.agree("image/jpeg", found)).isFalse();
    }

    @Test
    void plainTextIsText() {
        assertThat(types.of("你好,世界\n".getBytes(UTF_8), "a.txt")).isEqualTo("text/plain");
        assertThat(types.of("plain\n".getBytes(US_ASCII), null)).isEqualTo("text/plain");
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpg, image/jpeg, true",
        "image/jpeg;q=1, image/jpeg, true",
        "application/octet-stream, image/jpeg, true",
        "application/zip, application/vnd.openxmlformats-officedocument.wordprocessingml.document, true",
        "image/png, image/jpeg, false",
        "image/jpeg, application/pdf, false",
        "nonsense, image/jpeg, true"
    })
    void aDeclaredTypeMayBeWiderThanTheFoundOne(String declared, String found, boolean agree) {
        assertThat(types.agree(declared, found)).isEqualTo(agree);
    }
}
