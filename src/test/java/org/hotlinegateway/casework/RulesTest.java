package org.hotlinegateway.casework;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.hotlinegateway.mapping.MappingSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake in a policy, the calendar or a directory is told with its place. */
class RulesTest {
    private final Map<String, byte[]> files =
            new HashMap<>(MappingSet.load(Path.of("mappings")).contents());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            policy/closing.yaml     | archiveDays: 30   | archivDays: 30  | policy/closing.yaml:2:1: 'archiveDays' is missing or has no value of its kind. Expected int
            policy/closing.yaml     | archiveDays: 30   | archiveDays: x  | policy/closing.yaml:3:1: 'archiveDays' is missing or has no value of its kind. Expected int
            policy/routing.yaml     | handoff:          | handof:         | policy/routing.yaml:2:1: expected all of handoff
            calendar/2021.csv       | 2021-01-01,OFF    | 2021-01-01,FREE | calendar/2021.csv:2:1: not a calendar row. Expected date,kind,name with kind OFF or WORK.
            """)
    void isTold(String file, String before, String after, String problem) {
        String text = new String(files.get(file), StandardCharsets.UTF_8);
        org.assertj.core.api.Assertions.assertThat(text).contains(before);
        files.put(file, text.replace(before, after).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Rules.of(files)).hasMessage(problem);
    }

    @Test
    void anAbsentPolicyIsTold() {
        files.remove("policy/routing.yaml");
        assertThatThrownBy(() -> Rules.of(files))
                .hasMessage("policy/routing.yaml:1:1: no such file in the mappings folder");
    }

    @Test
    void anEmptyPolicyIsTold() {
        files.put("policy/routing.yaml", "# nothing\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Rules.of(files)).hasMessage("policy/routing.yaml:1:1: the file is empty");
    }

    @Test
    void whatIsNoYamlIsToldWithItsPlace() {
        files.put("policy/routing.yaml", "handoff: [\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Rules.of(files)).hasMessageStartingWith("policy/routing.yaml:2:1: ");
    }

    @Test
    void aRowWithTooFewCellsIsToldWithItsPlace() {
        files.put("tables/halls.csv", "code,name,regionCode,unitCode\nA,B\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Rules.of(files))
                .hasMessage("tables/halls.csv:2:1: 2 cells. Expected 4, one for each column.");
    }
}
