package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hotlinegateway.workbench.Fuzz;
import org.hotlinegateway.workbench.FuzzReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws hold of every clause: they are tried on every row of the conversions. */
class LawsOfConversionsTest {
    static Stream<ConversionsTest.Conversion> conversions() {
        return ConversionsTest.conversions();
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void everyLawHoldsOfEveryConversion(ConversionsTest.Conversion conversion) throws IOException {
        MappingBench bench = conversion.bench();
        MappingSet set = loaded(bench, conversion.in());
        FuzzReport report = new Fuzz(bench.folder(), set).run("t", 7, 60);
        assertThat(report.broken()).as(report.toString()).isEmpty();
    }

    private static MappingSet loaded(MappingBench bench, String in) throws IOException {
        Path file = bench.folder().resolve("t.map.yaml");
        String sample = "\ntests:\n- in: '" + in.replace("'", "''") + "'\n";
        Files.writeString(file, Files.readString(file) + sample, StandardCharsets.UTF_8);
        return bench.load();
    }
}
