package org.hotlinegateway.mapping;

import java.nio.charset.Charset;

/** Picks the reader of a source format. */
final class DocumentReaders {
    private DocumentReaders() {}

    static DocumentReader of(Format format) {
        String encoding = format.encoding();
        Charset declared = encoding == null ? null : Charsets.toDecode(encoding);
        String field = format.field();
        return switch (format.kind()) {
            case "xml" -> new XmlReader(format.root(), declared, format.namespaces());
            case "form" -> new FormReader(declared == null ? format.charset() : declared);
            case "json-in-text" -> new JsonInTextReader(field == null ? "data" : field);
            default -> new JsonReader();
        };
    }
}
