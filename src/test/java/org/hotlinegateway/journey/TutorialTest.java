package org.hotlinegateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
}
