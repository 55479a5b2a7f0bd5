package org.hotlinegateway.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.hotlinegateway.attachment.AttachmentFiles;
import org.hotlinegateway.ledger.StoredAttachment;
import org.hotlinegateway.vault.SealedFile;
import org.hotlinegateway.vault.SignatureAlgorithm;
import org.hotlinegateway.vault.StreamHash;
import org.jspecify.annotations.Nullable;

/**
 * A multipart/form-data message (RFC 7578): short fields, then one file read from the store as it is sent. Its length is
 * known, and it can be written twice: once to sign it and once to send it.
 */
final class FileMessage extends AbstractHttpEntity {
    private static final int BUFFER = 16 * 1024;

    private final AttachmentFiles files;
    private final StoredAttachment attachment;
    private final byte[] before;
    private final byte[] after;
    private final long size;
    private final long end;
    private @Nullable String hash;

    private FileMessage(
            AttachmentFiles files, StoredAttachment attachment, String boundary, byte[] before, long size, long end) {
        super("multipart/form-data; boundary=" + boundary, null, false);
        this.files = files;
        this.attachment = attachment;
        this.before = before;
        this.after = utf8("\r\n--" + boundary + "--\r\n");
        this.size = size;
        this.end = end;
    }

    /**
     * A message with a kept file.
     *
     * @param part name of the file's part
     * @param end {@link System#nanoTime()} after which sending is given up
     */
    static FileMessage of(
            AttachmentFiles files, StoredAttachment attachment, Map<String, String> fields, String part, long end) {
        String boundary = "hotline-gateway-" + UUID.randomUUID();
        StringBuilder head = new StringBuilder();
        fields.forEach((name, value) -> head.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n")
                .append(value)
                .append("\r\n"));
        head.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(part);
        head.append("\"; filename=\"").append(AttachmentFiles.name(attachment)).append("\"\r\nContent-Type: ");
        head.append(attachment.mediaType()).append("\r\n\r\n");
        long size = attachment.size() == null ? 0 : attachment.size();
        return new FileMessage(files, attachment, boundary, utf8(head.toString()), size, end);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Reads the whole message once and remembers its hash; fails when the file is damaged, before a byte is sent. */
    void prepare(SignatureAlgorithm algorithm) throws IOException {
        StreamHash made = algorithm.newHash();
        writeTo(new OutputStream() {
            @Override
            public void write(int b) {
                made.update(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                made.update(bytes, from, length);
            }
        });
        hash = made.hex();
    }

    /** The hash of the whole message in lower hex. */
    String hash() {
        if (hash == null) {
            throw new IllegalStateException("the message was not prepared");
        }
        return hash;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(before);
        try (SealedFile file = files.open(attachment);
                InputStream content = file.from(0)) {
            byte[] buffer = new byte[BUFFER];
            for (int got = content.read(buffer); got >= 0; got = content.read(buffer)) {
                out.write(buffer, 0, got);
                requireTime();
            }
        }
        out.write(after);
        out.flush();
    }

    private void requireTime() throws IOException {
        if (System.nanoTime() - end > 0) {
            throw new IOException("sending the file took too long");
        }
    }

    @Override
    public long getContentLength() {
        return before.length + size + after.length;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("the message is written, not read");
    }

    @Override
    public void close() {
        // nothing is open between two writings
    }

    /** What a person sees of it in a log. */
    @Override
    public String toString() {
        return "FileMessage" + List.of(attachment.publicId());
    }
}
