package org.hotlinegateway.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFileTest {
    private static final String ADDRESS = "a1b2";
    private static final int HEADER = 4 + 1 + 1 + 16;

    private final SealedFiles files = new SealedFiles(KeyRing.parse(KeyRing.generate()));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_000})
    void whatWasWrittenIsReadFromAnyByteOn(int size) throws IOException {
        byte[] content = content(size);
        Path file = written(content);
        try (SealedFile sealed = files.open(file, ADDRESS)) {
            assertThat(sealed.size()).isEqualTo(size);
            assertThat(sealed.from(0).readAllBytes()).isEqualTo(content);
            int middle = size / 2 + 1 > size ? size : size / 2 + 1;
            assertThat(sealed.from(middle).readAllBytes()).isEqualTo(Arrays.copyOfRange(content, middle, size));
            assertThat(sealed.from(size).readAllBytes()).isEmpty();
        }
    }

    @Test
    void nothingOfTheContentIsReadableOnDisk() throws IOException {
        byte[] content = "电话13800000000".repeat(10).getBytes(StandardCharsets.UTF_8);
        String disk = Files.readString(written(content), StandardCharsets.ISO_8859_1);
        assertThat(disk).doesNotContain("13800000000");
    }

    @Test
    void aFileCutAtAnySegmentDoesNotOpen() throws IOException {
        byte[] sealed = Files.readAllBytes(written(content(200_000)));
        for (int segments = 0; segments <= 3; segments++) {
            int length = HEADER + segments * FileSegments.SEALED;
            assertDamaged(Arrays.copyOf(sealed, Math.min(length, sealed.length - 1)));
        }
        assertDamaged(new byte[0]);
        assertDamaged(Arrays.copyOf(sealed, 10));
    }

    @Test
    void aFileWithSomethingAddedDoesNotOpen() throws IOException {
        byte[] sealed = Files.readAllBytes(written(content(200_000)));
        assertDamaged(Arrays.copyOf(sealed, sealed.length + 100));
    }

    @Test
    void segmentsThatChangedPlacesDoNotOpen() throws IOException {
        byte[] sealed = Files.readAllBytes(written(content(200_000)));
        byte[] mixed = sealed.clone();
        System.arraycopy(sealed, HEADER, mixed, HEADER + FileSegments.SEALED, FileSegments.SEALED);
        System.arraycopy(sealed, HEADER + FileSegments.SEALED, mixed, HEADER, FileSegments.SEALED);
        assertDamaged(mixed);
    }

    @Test
    void aSingleChangedBitIsFound() throws IOException {
        byte[] sealed = Files.readAllBytes(written(content(200_000)));
        for (int at : new int[] {0, 5, 8, HEADER + 3, HEADER + FileSegments.SEALED + 7, sealed.length - 1}) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertDamaged(changed);
        }
    }

    @Test
    void oneFileInAnothersPlaceDoesNotOpen() throws IOException {
        Path file = written(content(1000));
        assertThatThrownBy(() -> files.open(file, "another")).isInstanceOf(DamagedFile.class);
    }

    @Test
    void aFileWithoutItsEndDoesNotOpen() throws IOException {
        Path file = folder.resolve("unfinished");
        try (SealedFileWriter writer = files.create(file)) {
            writer.write(content(200_000), 0, 200_000);
        }
        assertThatThrownBy(() -> files.open(file, ADDRESS)).isInstanceOf(DamagedFile.class);
    }

    @Test
    void aFileOfAnAbsentKeyDoesNotOpenAndSaysWhy() throws IOException {
        Path file = written(content(10));
        SealedFiles others = new SealedFiles(KeyRing.parse(KeyRing.generate().replace("field.1", "field.2")));
        assertThatThrownBy(() -> others.open(file, ADDRESS))
                .isInstanceOf(DamagedFile.class)
                .hasMessageContaining("key ring");
    }

    private void assertDamaged(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("changed"), bytes);
        assertThatThrownBy(() -> {
                    try (SealedFile sealed = files.open(file, ADDRESS)) {
                        sealed.from(0).readAllBytes();
                    }
                })
                .isInstanceOf(DamagedFile.class);
    }

    private Path written(byte[] content) throws IOException {
        Path file = folder.resolve("sealed");
        try (SealedFileWriter writer = files.create(file)) {
            for (int at = 0; at < content.length; at += 7_001) {
                writer.write(content, at, Math.min(7_001, content.length - at));
            }
            writer.finish(ADDRESS);
        }
        return file;
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }
}
