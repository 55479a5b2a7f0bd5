package org.hotlinegateway.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.GeneralSecurityException;
import java.util.Objects;

/** A sealed file open for reading, from any byte on; may be read several times, one reader at a time. */
public final class SealedFile implements AutoCloseable {
    private final FileChannel channel;
    private final long start;
    private final FileSegments segments;
    private final String address;
    private final long last;
    private final int lastSealed;

    SealedFile(FileChannel channel, long start, FileSegments segments, String address) throws IOException {
        this.channel = channel;
        this.start = start;
        this.segments = segments;
        this.address = address;
        long sealed = channel.size() - start;
        if (sealed < FileSegments.TAG) {
            throw new DamagedFile("the sealed file has no end");
        }
        this.last = (sealed - 1) / FileSegments.SEALED;
        this.lastSealed = (int) (sealed - last * FileSegments.SEALED);
        segment(last);
    }

    /** Length of the content in bytes. */
    public long size() {
        return last * FileSegments.PLAIN + lastSealed - FileSegments.TAG;
    }

    /**
     * The content from a byte on; closing the stream leaves the file open. Reading throws {@link DamagedFile} where a
     * segment is not what was written.
     */
    public InputStream from(long offset) throws IOException {
        Objects.checkIndex(offset, size() + 1);
        Content content = new Content(offset / FileSegments.PLAIN);
        content.skipNBytes(offset % FileSegments.PLAIN);
        return content;
    }

    private byte[] segment(long place) throws IOException {
        int length = place == last ? lastSealed : FileSegments.SEALED;
        byte[] sealed = new byte[length];
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        long from = start + place * FileSegments.SEALED;
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new DamagedFile("the sealed file ends early");
            }
        }
        try {
            return place == last
                    ? segments.openLast(place, address, sealed, length)
                    : segments.open(place, sealed, length);
        } catch (GeneralSecurityException e) {
            throw new DamagedFile("segment " + place + " of the sealed file does not open");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private final class Content extends InputStream {
        private long next;
        private byte[] plain = new byte[0];
        private int at;

        Content(long first) {
            this.next = first;
        }

        @Override
        public int read() throws IOException {
            return fill() ? plain[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            Objects.checkFromIndexSize(from, length, into.length);
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int taken = Math.min(length, plain.length - at);
            System.arraycopy(plain, at, into, from, taken);
            at += taken;
            return taken;
        }

        private boolean fill() throws IOException {
            while (at == plain.length && next <= last) {
                plain = segment(next++);
                at = 0;
            }
            return at < plain.length;
        }
    }
}
