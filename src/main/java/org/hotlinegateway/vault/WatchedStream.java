package org.hotlinegateway.vault;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Shows somebody every byte that is read through it, once and in order. What is skipped is not shown. */
public final class WatchedStream extends FilterInputStream {
    private final Watcher watcher;

    /** Sees the bytes that pass by. */
    public interface Watcher {
        /** Looks at {@code length} bytes, at least one; what it throws, the reader gets. */
        void pass(byte[] bytes, int from, int length);
    }

    public WatchedStream(InputStream in, Watcher watcher) {
        super(in);
        this.watcher = watcher;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int got = read(one, 0, 1);
        return got < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int got = super.read(into, from, length);
        if (got > 0) {
            watcher.pass(into, from, got);
        }
        return got;
    }
}
