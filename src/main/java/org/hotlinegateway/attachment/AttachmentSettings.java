package org.hotlinegateway.attachment;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How files of cases are kept and checked.
 *
 * @param folder where they are kept, shared by all gateways of one ledger; absent: {@code files} in the data folder
 * @param scanner the malware scanner, {@code clamd://host:3310}, or absent: none
 * @param scanRequired true: nothing passes unscanned, and the gateway does not start without a scanner
 * @param scanTimeout how long the scanner may be silent
 * @param orphansAfter how old bytes must be that nobody knows before they are removed
 */
@ConfigurationProperties("gateway.attachments")
public record AttachmentSettings(
        @Nullable String folder,
        @Nullable URI scanner,
        @DefaultValue("false") boolean scanRequired,
        @DefaultValue("30s") Duration scanTimeout,
        @DefaultValue("24h") Duration orphansAfter) {
    private static final int CLAMD_PORT = 3310;

    Scanner newScanner() {
        if (scanner == null || scanner.toString().isBlank()) {
            if (scanRequired) {
                throw new IllegalStateException("gateway.attachments.scan-required is true and"
                        + " gateway.attachments.scanner is missing. Expected clamd://host:3310.");
            }
            return Scanner.NONE;
        }
        if (!"clamd".equals(scanner.getScheme()) || scanner.getHost() == null) {
            throw new IllegalStateException(
                    "gateway.attachments.scanner: not an address of a scanner. Expected clamd://host:3310.");
        }
        int port = scanner.getPort() < 0 ? CLAMD_PORT : scanner.getPort();
        return new Clamd(scanner.getHost(), port, scanTimeout);
    }
}
