package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The mapping files of this repository load and pass their own tests. */
class ShippedMappingsTest {
    @Test
    void everyShippedFileLoads() {
        MappingSet set = MappingSet.load(Path.of("mappings"));
        assertThat(set.names()).hasSizeGreaterThan(20);
        assertThat(set.digest()).hasSize(64);
    }

    @Test
    void everyTestOfEveryShippedFilePasses() {
        Path mappings = Path.of("mappings");
        MappingTests.Report report = new MappingTests(mappings, MappingSet.load(mappings)).run();
        assertThat(report.outcomes())
                .allSatisfy(outcome -> assertThat(outcome.differences())
                        .as(outcome.place() + " " + outcome.test())
                        .isEmpty());
    }
}
