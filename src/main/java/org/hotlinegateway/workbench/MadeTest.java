package org.hotlinegateway.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A test made from a message, not yet written.
 *
 * @param mappingFile path of the mapping file below the mappings folder
 * @param name the test's name
 * @param text the test as it stands in the file
 * @param files new contents by path below the mappings folder: the mapping file, the masked sample, what must come out
 * @param notes what an engineer should know before sharing the sample
 */
public record MadeTest(String mappingFile, String name, String text, Map<String, byte[]> files, List<String> notes) {
    /** Writes the sample, the expectation and the mapping file. */
    public void write(Path mappingsDir) {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = mappingsDir.resolve(file.getKey());
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.write(path, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the test", e);
        }
    }
}
