package org.hotlinegateway.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.hotlinegateway.attachment.AttachmentFiles;
import org.hotlinegateway.attachment.Description;
import org.hotlinegateway.attachment.NotTaken;
import org.hotlinegateway.attachment.Upload;
import org.hotlinegateway.peer.FileProfile;
import org.hotlinegateway.vault.SignatureAlgorithm;
import org.jspecify.annotations.Nullable;

/** A multipart message with one file and a few short fields, read as it comes in; never whole in memory. */
final class UploadForm implements AutoCloseable {
    private static final int MOST_FIELDS = 20;
    private static final int LONGEST_FIELD = 2_000;

    private final HashedBody body;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private @Nullable Upload upload;
    private @Nullable String name;
    private @Nullable String mediaType;

    private UploadForm(HashedBody body) {
        this.body = body;
    }

    /** Reads a request to its end; what was received is forgotten unless the form is filed before it is closed. */
    static UploadForm read(HttpServletRequest request, FileProfile profile, AttachmentFiles files)
            throws IOException, NotTaken {
        UploadForm form = new UploadForm(HashedBody.of(request, profile));
        try {
            form.read(request, (content, name) -> files.receive(profile, content, name));
            return form;
        } catch (IOException | NotTaken | RuntimeException e) {
            form.close();
            throw e;
        }
    }

    private interface Receiver {
        Upload receive(InputStream content, @Nullable String name) throws IOException, NotTaken;
    }

    private void read(HttpServletRequest request, Receiver receiver) throws IOException, NotTaken {
        try {
            FileUpload parser = new FileUpload();
            parser.setHeaderEncoding(StandardCharsets.UTF_8.name());
            FileItemIterator parts = parser.getItemIterator(new Context(request, body));
            while (parts.hasNext()) {
                part(parts.next(), receiver);
            }
        } catch (FileUploadException | MultipartStream.MalformedStreamException e) {
            throw malformed("The body is no multipart/form-data message, or ends early.");
        }
        body.stream().transferTo(OutputStream.nullOutputStream());
    }

    private void part(FileItemStream part, Receiver receiver) throws IOException, NotTaken {
        try (InputStream content = part.openStream()) {
            if (part.isFormField()) {
                field(part.getFieldName(), content);
            } else if (upload == null) {
                name = part.getName();
                mediaType = part.getContentType();
                upload = receiver.receive(content, name);
            } else {
                throw malformed("Send one file in a message.");
            }
        }
    }

    private void field(String field, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LONGEST_FIELD + 1);
        if (bytes.length > LONGEST_FIELD || fields.size() == MOST_FIELDS) {
            throw malformed("Too many fields, or one that is too long.");
        }
        if (fields.put(field, new String(bytes, StandardCharsets.UTF_8)) != null) {
            throw malformed("The field " + field + " must be given once.");
        }
    }

    /** What the parts beside the file say. */
    Map<String, String> fields() {
        return fields;
    }

    /** Lower hex of the hash of the whole body as it travelled. */
    String bodyHash(SignatureAlgorithm algorithm) {
        return body.hash(algorithm);
    }

    Upload upload() {
        if (upload == null) {
            throw malformed("Send the file in a part with a filename.");
        }
        return upload;
    }

    String required(String field) {
        String value = fields.getOrDefault(field, "").strip();
        if (value.isEmpty() || value.length() > 64) {
            throw malformed("The field " + field + " is missing or too long.");
        }
        return value;
    }

    Description described() {
        String given = fields.getOrDefault("name", "");
        return new Description(
                given.isBlank() ? name : given, null, mediaType, fields.get("hash"), fields.get("hashAlg"), null);
    }

    private static Refusal malformed(String detail) {
        return new Refusal(ProblemCode.REQUEST_INVALID, detail);
    }

    @Override
    public void close() {
        if (upload != null) {
            upload.close();
        }
    }

    private record Context(HttpServletRequest request, HashedBody body) implements UploadContext {
        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public long contentLength() {
            return request.getContentLengthLong();
        }

        @Override
        public String getContentType() {
            return String.valueOf(request.getContentType());
        }

        @Override
        public InputStream getInputStream() {
            return body.stream();
        }
    }
}
