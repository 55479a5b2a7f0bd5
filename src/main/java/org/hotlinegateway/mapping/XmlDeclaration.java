package org.hotlinegateway.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of an XML message are to be decoded.
 *
 * @param offset where the text begins, behind a byte order mark
 */
record XmlDeclaration(Charset charset, int offset) {
    private static final int LONGEST = 200;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");

    /** @param override charset that wins over what the message says, or null */
    static XmlDeclaration of(byte[] bytes, @Nullable Charset override) {
        int offset = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        if (override != null) {
            return new XmlDeclaration(override, offset);
        }
        if (offset == 3) {
            return new XmlDeclaration(StandardCharsets.UTF_8, offset);
        }
        if (bytes.length > 1 && (bytes[0] & 0xFF) >= 0xFE && (bytes[1] & 0xFF) >= 0xFE) {
            return new XmlDeclaration(StandardCharsets.UTF_16, 0);
        }
        String head = new String(bytes, 0, Math.min(LONGEST, bytes.length), StandardCharsets.ISO_8859_1);
        Matcher matcher = ENCODING.matcher(head);
        return new XmlDeclaration(matcher.find() ? Charsets.toDecode(matcher.group(1)) : StandardCharsets.UTF_8, 0);
    }
}
