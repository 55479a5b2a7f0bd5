package org.hotlinegateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.hotlinegateway.mapping.MappingProblems;
import org.hotlinegateway.mapping.MappingSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;

class StartFailureTest {
    private final StartFailure failures = new StartFailure();

    @Test
    void aRefusalOfOursIsToldInItsOwnWords() {
        FailureAnalysis told = failures.analyze(
                new BeanCreationException("bean", new IllegalStateException("another gateway uses ./data")));
        assertThat(told.getDescription()).isEqualTo("another gateway uses ./data");
        assertThat(told.getAction()).contains("docs/operating.md");
    }

    @Test
    void aMistakeInAMappingFileIsToldWithItsPlace(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("broken.map.yaml"), "language: 1\nmapping: broken\nrulez: {}\n");
        FailureAnalysis told = failures.analyze(new BeanCreationException("bean", problemsOf(folder)));
        assertThat(told.getDescription()).contains("broken.map.yaml:");
    }

    @Test
    void whatIsNotOursIsLeftToOthers() {
        assertThat(failures.analyze(new BeanCreationException("bean", new NumberFormatException("x"))))
                .isNull();
    }

    private static MappingProblems problemsOf(Path folder) {
        try {
            MappingSet.load(folder);
            throw new AssertionError("loaded");
        } catch (MappingProblems problems) {
            return problems;
        }
    }
}
