package org.hotlinegateway.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClamdTest {
    private final StandInClamd clamd = new StandInClamd();
    private final Scanner scanner = scanner(clamd.address());

    @AfterEach
    void stop() {
        clamd.close();
    }

    @Test
    void aCleanFilePasses() {
        assertThatCode(() -> scan("nothing to see".repeat(100_000))).doesNotThrowAnyException();
        assertThatCode(() -> scan("")).doesNotThrowAnyException();
    }

    @Test
    void theEicarTestFileIsFound() {
        assertThatThrownBy(() -> scan(StandInClamd.EICAR))
                .isInstanceOfSatisfying(
                        NotTaken.class, e -> assertThat(e.finding()).isEqualTo(Finding.MALWARE));
    }

    @Test
    void aScannerThatIsDownGivesNoVerdict() {
        clamd.close();
        assertThatThrownBy(() -> scan("x")).isInstanceOf(Scanner.Down.class);
    }

    @Test
    void aScannerThatFallsSilentGivesNoVerdict() {
        clamd.mode = StandInClamd.Mode.SILENT;
        assertThatThrownBy(() -> scan("x")).isInstanceOf(Scanner.Down.class);
    }

    @Test
    void aScannerThatTakesNoFileOfThisSizeGivesNoVerdict() {
        clamd.mode = StandInClamd.Mode.TOO_SMALL;
        assertThatThrownBy(() -> scan("x".repeat(5_000_000))).isInstanceOf(Scanner.Down.class);
    }

    @Test
    void aFileThatCannotBeReadIsNotTheScannersFault() {
        IOException broken = new IOException("Input/output error");
        InputStream file = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw broken;
            }
        });
        assertThatThrownBy(() -> scanner.scan(file)).isSameAs(broken);
    }

    @Test
    void aMissingOrStrangeAddressIsToldAtStart() {
        assertThatThrownBy(() -> settings(null, true).newScanner())
                .hasMessageContaining("gateway.attachments.scanner is missing");
        assertThatThrownBy(() -> settings(URI.create("http://x"), false).newScanner())
                .hasMessageContaining("clamd://host:3310");
        assertThat(settings(null, false).newScanner()).isSameAs(Scanner.NONE);
    }

    private static Scanner scanner(URI address) {
        return settings(address, true).newScanner();
    }

    private static AttachmentSettings settings(URI scanner, boolean required) {
        return new AttachmentSettings(null, scanner, required, Duration.ofMillis(1500), Duration.ofHours(24));
    }

    private void scan(String content) throws IOException, NotTaken {
        scanner.scan(new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
