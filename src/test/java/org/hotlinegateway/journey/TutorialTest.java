package org.hotlinegateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader follows the tutorial from a clean clone: every file, every edit, every command, every printed line. */
class TutorialTest {
    private static final Path PAGE = Path.of("docs/tutorial.md");

    @TempDir
    Path folder;

    @Test
    void thePageKeepsItsWordFromTheFirstBlockToTheLast() throws IOException {
        try (TutorialReader reader = new TutorialReader(folder)) {
            reader.follow(TutorialPage.steps(PAGE));
            assertThat(reader.consoles()).doesNotContain(" ERROR ", "\tat ", "\n    at ");
        }
    }

    @Test
    void everyExampleToCopyIsNamedOnThePage() throws IOException {
        Path examples = Path.of("docs/examples/open311");
        String page = Files.readString(PAGE);
        try (Stream<Path> files = Files.walk(examples)) {
            assertThat(files.filter(Files::isRegularFile).map(file -> nameOf(file)))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(page).contains(name));
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.(map|camel)\\.yaml$", "");
    }
}
