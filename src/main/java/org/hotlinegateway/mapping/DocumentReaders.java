package org.hotlinegateway.mapping;

/** Picks the reader of a source format. */
final class DocumentReaders {
    private DocumentReaders() {}

    static DocumentReader of(Format format) {
        return new JsonReader();
    }
}
