package org.hotlinegateway.mapping;

/** One compiled mapping file; immutable, shared between threads. */
public interface Mapping {
    /** The file's name without {@code .map.yaml}. */
    String name();

    /**
     * Converts one message.
     *
     * @throws MappingFailure with every field error at once
     */
    Mapped apply(byte[] source, MappingContext context);
}
