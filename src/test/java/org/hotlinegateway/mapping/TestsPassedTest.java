package org.hotlinegateway.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TestsPassedTest {
    private final Files files = new Files();
    private final TestsPassed tests = new TestsPassed();

    /** Files in memory, and which of them were asked for. */
    private static final class Files extends TreeMap<String, byte[]> {
        private static final long serialVersionUID = 1L;
        private final List<String> read = new ArrayList<>();

        void write(String name, String text) {
            put(name, text.getBytes(UTF_8));
        }

        @Override
        public byte[] get(Object name) {
            read.add((String) name);
            return super.get(name);
        }
    }

    @BeforeEach
    void write() {
        mapping("first", "a");
        mapping("second", "a");
        files.write("samples/first.json", "{\"a\":\"1\"}");
        files.write("samples/second.json", "{\"a\":\"1\"}");
    }

    @Test
    void whatPassedIsTestedAgainOnlyWhenItsFilesChange() {
        MappingSet set = MappingSet.load(files);
        assertThat(tests.failed(set, files)).isEmpty();
        mapping("second", "b");
        MappingSet edited = MappingSet.load(files, set);
        files.read.clear();

        assertThat(tests.failed(edited, files))
                .extracting(MappingProblem::file, MappingProblem::code)
                .containsExactly(tuple("second.map.yaml", "test-failed"));
        assertThat(files.read)
                .as("looked at whether it changed, and not converted")
                .containsOnlyOnce("samples/first.json");
    }

    @Test
    void aSampleThatChangesIsFoundThoughItsMappingDoesNot() {
        MappingSet set = MappingSet.load(files);
        assertThat(tests.failed(set, files)).isEmpty();
        files.write("samples/first.json", "{\"a\":\"2\"}");
        assertThat(tests.failed(MappingSet.load(files, set), files))
                .extracting(MappingProblem::file)
                .containsExactly("first.map.yaml");
        files.remove("samples/first.json");
        assertThat(tests.failed(MappingSet.load(files, set), files))
                .extracting(MappingProblem::file)
                .containsExactly("first.map.yaml");
    }

    @Test
    void whatFailedFailsAgain() {
        mapping("second", "b");
        MappingSet set = MappingSet.load(files);
        assertThat(tests.failed(set, files)).hasSize(1).isEqualTo(tests.failed(set, Map.copyOf(files)));
    }

    private void mapping(String name, String from) {
        files.write(name + ".map.yaml", """
                language: 1
                mapping: %1$s
                source: { format: json }
                target: { format: json }
                rules: { x: %2$s }
                tests:
                  - name: one
                    in: samples/%1$s.json
                    expect: { x: "1" }
                """.formatted(name, from));
    }
}
