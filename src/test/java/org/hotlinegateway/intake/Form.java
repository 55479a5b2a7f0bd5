package org.hotlinegateway.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** A multipart message as a peer writes it. */
final class Form {
    static final String TYPE = "multipart/form-data; boundary=----edge";

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Form field(String name, String value) {
        fields.put(name, value);
        return this;
    }

    Map<String, String> fields() {
        return fields;
    }

    Form file(String filename, String type, byte[] content) {
        bytes.writeBytes(("------edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + filename
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(UTF_8));
        bytes.writeBytes(content);
        bytes.writeBytes("\r\n".getBytes(UTF_8));
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(bytes.toByteArray());
        fields.forEach((name, value) -> all.writeBytes(
                ("------edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(UTF_8)));
        all.writeBytes("------edge--\r\n".getBytes(UTF_8));
        return all.toByteArray();
    }
}
