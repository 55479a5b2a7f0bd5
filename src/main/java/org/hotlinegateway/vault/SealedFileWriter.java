package org.hotlinegateway.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.GeneralSecurityException;

/** Writes a sealed file in one go. Without {@link #finish} it has no end and does not open. */
public final class SealedFileWriter implements AutoCloseable {
    private final FileChannel channel;
    private final FileSegments segments;
    private final byte[] plain = new byte[FileSegments.PLAIN];
    private int filled;
    private long place;

    SealedFileWriter(FileChannel channel, byte[] header, FileSegments segments) throws IOException {
        this.channel = channel;
        this.segments = segments;
        put(header);
    }

    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        int left = length;
        while (left > 0) {
            if (filled == plain.length) {
                next();
            }
            int taken = Math.min(left, plain.length - filled);
            System.arraycopy(bytes, at, plain, filled, taken);
            filled += taken;
            at += taken;
            left -= taken;
        }
    }

    /** Writes the end and syncs the file to disk; {@code address} must be told again to open it. */
    public void finish(String address) throws IOException {
        try {
            put(segments.sealLast(place, address, plain, filled));
        } catch (GeneralSecurityException e) {
            throw new IOException("the last segment could not be sealed", e);
        }
        channel.force(true);
        channel.close();
    }

    private void next() throws IOException {
        try {
            put(segments.seal(place, plain, filled));
        } catch (GeneralSecurityException e) {
            throw new IOException("segment " + place + " could not be sealed", e);
        }
        place++;
        filled = 0;
    }

    private void put(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
