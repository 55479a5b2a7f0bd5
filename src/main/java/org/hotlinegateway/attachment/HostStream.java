package org.hotlinegateway.attachment;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.hotlinegateway.attachment.FileFetch.HostFailed;

/** What a host sends, within a time for the whole; its failures are told apart from those of the store. */
final class HostStream extends FilterInputStream {
    private final long end;

    HostStream(InputStream in, Duration within) {
        super(in);
        this.end = System.nanoTime() + within.toNanos();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int got = read(one, 0, 1);
        return got < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (System.nanoTime() - end > 0) {
            throw new HostFailed(Finding.NO_ANSWER);
        }
        try {
            return super.read(into, from, length);
        } catch (IOException e) {
            throw HostFailed.because(e);
        }
    }
}
