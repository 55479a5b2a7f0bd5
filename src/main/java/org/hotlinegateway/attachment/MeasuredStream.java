package org.hotlinegateway.attachment;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Measures what is read through it. */
final class MeasuredStream extends FilterInputStream {
    private final Measure measure;

    MeasuredStream(InputStream in, Measure measure) {
        super(in);
        this.measure = measure;
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
            measure.pass(into, from, got);
        }
        return got;
    }
}
