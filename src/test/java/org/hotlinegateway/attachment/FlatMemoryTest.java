package org.hotlinegateway.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.hotlinegateway.vault.KeyRing;
import org.hotlinegateway.vault.KeyedHash;
import org.hotlinegateway.vault.SealedFile;
import org.hotlinegateway.vault.SealedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large files flow through little memory: in a JVM with a heap far smaller than the file. */
class FlatMemoryTest {
    private static final long SIZE = 120L * 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void aFileManyTimesLargerThanTheHeapIsStoredAndReadAgain() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FlatMemoryTest.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes());
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as(said).isZero();
    }

    /** Run in the child, which ends with 0 when it has read all that it stored. */
    public static void main(String[] arguments) throws Exception {
        KeyRing keys = KeyRing.parse(KeyRing.generate());
        FileStore store =
                new FileStore(Path.of(arguments[0]), new SealedFiles(keys), new KeyedHash(keys), new FileTypes());
        Received received = store.receive(new Zeros(), SIZE, "a.mp4");
        store.keep(received);
        try (SealedFile file = store.open(received.address())) {
            assertThat(file.from(0).transferTo(OutputStream.nullOutputStream())).isEqualTo(SIZE);
        }
    }

    /** So many zeros. */
    private static final class Zeros extends InputStream {
        private long left = SIZE;

        @Override
        public int read() throws IOException {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left == 0) {
                return -1;
            }
            int got = (int) Math.min(length, left);
            left -= got;
            return got;
        }
    }
}
