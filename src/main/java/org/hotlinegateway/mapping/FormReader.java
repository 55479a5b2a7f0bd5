package org.hotlinegateway.mapping;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads {@code application/x-www-form-urlencoded}; a repeated name becomes an array. */
record FormReader(Charset charset) implements DocumentReader {
    @Override
    public Value read(byte[] bytes, Run run) {
        Value.Obj obj = new Value.Obj();
        for (String pair : new String(bytes, StandardCharsets.ISO_8859_1).split("&")) {
            int equals = pair.indexOf('=');
            if (!pair.isBlank()) {
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                obj.addRepeated(name, new Value.Text(equals < 0 ? "" : decoded(pair.substring(equals + 1))));
            }
        }
        return obj;
    }

    private String decoded(String text) {
        try {
            String octets = URLDecoder.decode(text.strip(), StandardCharsets.ISO_8859_1);
            return Charsets.decode(octets.getBytes(StandardCharsets.ISO_8859_1), 0, charset)
                    .toString();
        } catch (IllegalArgumentException e) {
            throw DocumentReader.malformed("is no form: a percent sign without two hexadecimal digits");
        }
    }
}
