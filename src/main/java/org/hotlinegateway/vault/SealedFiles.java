package org.hotlinegateway.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Files at rest, sealed in segments. The header is {@code HGF1}, the length and the id of the field key that sealed the
 * file, and 16 random bytes.
 */
public final class SealedFiles {
    private static final byte[] MAGIC = {'H', 'G', 'F', '1'};
    private static final int SALT = 16;
    private static final int LONGEST_HEADER = MAGIC.length + 1 + 0xff + SALT;

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    public SealedFiles(KeyRing keys) {
        this.keys = keys;
    }

    /** Starts a new file, sealed by the current key; there must be none yet. */
    public SealedFileWriter create(Path file) throws IOException {
        byte[] header = newHeader();
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            return new SealedFileWriter(channel, header, new FileSegments(keys.fieldKey(keys.currentId()), header));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Opens a file and makes sure of its beginning, its end and its address; what lies between is made sure of when it
     * is read.
     *
     * @param address as the writer was told
     * @throws DamagedFile when it is not the file that was written under this address
     */
    public SealedFile open(Path file, String address) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            byte[] header = header(channel);
            return new SealedFile(channel, header.length, segments(header), address);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private byte[] newHeader() {
        byte[] keyId = keys.currentId().getBytes(StandardCharsets.UTF_8);
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return ByteBuffer.allocate(MAGIC.length + 1 + keyId.length + SALT)
                .put(MAGIC)
                .put((byte) keyId.length)
                .put(keyId)
                .put(salt)
                .array();
    }

    private static byte[] header(FileChannel channel) throws IOException {
        ByteBuffer first = ByteBuffer.allocate(LONGEST_HEADER);
        while (first.hasRemaining() && channel.read(first, first.position()) > 0) {
            // until the buffer is full or the file ends
        }
        byte[] bytes = Arrays.copyOf(first.array(), first.position());
        int fixed = MAGIC.length + 1 + SALT;
        if (bytes.length < fixed || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new DamagedFile("no sealed file begins like this");
        }
        int length = fixed + (bytes[MAGIC.length] & 0xff);
        if (bytes.length < length) {
            throw new DamagedFile("the sealed file ends within its header");
        }
        return Arrays.copyOf(bytes, length);
    }

    private FileSegments segments(byte[] header) throws DamagedFile {
        String keyId = new String(header, MAGIC.length + 1, header[MAGIC.length] & 0xff, StandardCharsets.UTF_8);
        try {
            return new FileSegments(keys.fieldKey(keyId), header);
        } catch (IllegalStateException e) {
            throw new DamagedFile("the sealed file names a key that is not in the key ring");
        }
    }
}
