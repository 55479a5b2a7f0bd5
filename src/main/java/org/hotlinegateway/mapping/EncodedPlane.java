package org.hotlinegateway.mapping;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The bytes of the characters of the basic plane in a charset, a page of 256 made when the first of it is asked for. */
final class EncodedPlane {
    private static final Map<Charset, EncodedPlane> KNOWN = new ConcurrentHashMap<>();
    private static final int PAGE = 256;

    private final Charset charset;
    private final AtomicReferenceArray<byte[][]> pages = new AtomicReferenceArray<>(PAGE);

    private EncodedPlane(Charset charset) {
        this.charset = charset;
    }

    static EncodedPlane of(Charset charset) {
        return KNOWN.computeIfAbsent(charset, EncodedPlane::new);
    }

    /** Null where the charset has none. */
    byte @Nullable [] bytes(char c) {
        byte[][] page = pages.get(c / PAGE);
        return (page == null ? made(c / PAGE) : page)[c % PAGE];
    }

    private byte[][] made(int number) {
        byte[][] page = new byte[PAGE][];
        CharsetEncoder encoder = charset.newEncoder();
        for (int i = 0; i < PAGE; i++) {
            char c = (char) (number * PAGE + i);
            if (!Character.isSurrogate(c) && encoder.canEncode(c)) {
                page[i] = String.valueOf(c).getBytes(charset);
            }
        }
        pages.set(number, page);
        return page;
    }
}
