package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A set loaded after another compiles what changed, and nothing else. */
class TakenOverTest {
    private static final String INNER = "{\"properties\":{\"x\":{\"type\":\"string\"}}}";

    private final MappingBench bench = new MappingBench()
            .with("tables/k.csv", "a,b\nA,1\n")
            .with("schemas/outer.json", "{\"properties\":{\"in\":{\"$ref\":\"inner.json\"}}}")
            .with("schemas/inner.json", INNER)
            .with(
                    "tabled.map.yaml",
                    mapping("tabled", "json", "tables: { k: tables/k.csv#a->b }\n", "{ from: a, table: k }"))
            .with("typed.map.yaml", mapping("typed", "json, schema: schemas/outer.json", "", "in.x"))
            .with("plain.map.yaml", mapping("plain", "json", "", "a"));

    private static String mapping(String name, String source, String tables, String rule) {
        return "language: 1\nmapping: " + name + "\nsource: { format: " + source + " }\ntarget: { format: json }\n"
                + tables + "rules: { t: " + rule + " }\n";
    }

    private MappingSet after(MappingSet earlier) {
        return FolderSnapshot.of(bench.folder()).load(earlier);
    }

    private static Set<String> compiledAnew(MappingSet earlier, MappingSet later) {
        return later.names().stream()
                .filter(name -> !earlier.names().contains(name) || later.program(name) != earlier.program(name))
                .collect(Collectors.toSet());
    }

    @Test
    void whatHasNotChangedIsTheSameProgram() {
        MappingSet first = bench.load();
        assertThat(compiledAnew(first, after(first))).isEmpty();
    }

    @Test
    void aChangedMappingIsCompiledAlone() {
        MappingSet first = bench.load();
        bench.with("plain.map.yaml", mapping("plain", "json", "", "b"));
        MappingSet second = after(first);
        assertThat(compiledAnew(first, second)).containsExactly("plain");
        assertThat(made(second, "plain", "{\"b\":\"1\"}")).isEqualTo("{\"t\":\"1\"}");
    }

    @Test
    void aChangedTableReachesWhoLooksUpInIt() {
        MappingSet first = bench.load();
        bench.with("tables/k.csv", "a,b\nA,2\n");
        MappingSet second = after(first);
        assertThat(compiledAnew(first, second)).containsExactly("tabled");
        assertThat(made(second, "tabled", "{\"a\":\"A\"}")).isEqualTo("{\"t\":\"2\"}");
        assertThat(made(first, "tabled", "{\"a\":\"A\"}")).isEqualTo("{\"t\":\"1\"}");
    }

    @Test
    void aChangedSchemaReachesWhoSpeaksOfItThroughAnother() {
        MappingSet first = bench.load();
        bench.with("schemas/inner.json", INNER.replace("\"x\"", "\"y\""));
        assertThatThrownBy(() -> after(first)).hasMessageContaining("typed.map.yaml:5:13: ");
        bench.with("schemas/inner.json", INNER + "\n");
        assertThat(compiledAnew(first, after(first))).containsExactly("typed");
    }

    @Test
    void aTableThatIsGoneIsMissed() {
        MappingSet first = bench.load();
        Map<String, byte[]> files =
                new TreeMap<>(FolderSnapshot.of(bench.folder()).files());
        files.remove("tables/k.csv");
        assertThatThrownBy(() -> new FolderSnapshot(files).load(first)).hasMessageContaining("tables/k.csv");
    }

    @Test
    void aSchemaNobodySpeaksOfAnyMoreLeavesTheSet() {
        MappingSet first = bench.load();
        bench.with("typed.map.yaml", mapping("typed", "json", "", "in.x"));
        MappingSet second = after(first);
        assertThat(second.contents()).doesNotContainKeys("schemas/outer.json", "schemas/inner.json");
        assertThat(second.digest()).isEqualTo(bench.load().digest());
    }

    @Test
    void twoFilesOfOneNameAreToldAlsoWhenNeitherChanged() {
        MappingSet first = bench.load();
        bench.with("again/plain.map.yaml", mapping("plain", "json", "", "a"));
        assertThatThrownBy(() -> after(first))
                .hasMessageContaining("mapping 'plain' also stands in again/plain.map.yaml");
    }

    /** Whom a shipped file concerns is told by what fails when it is gone. */
    @ParameterizedTest
    @ValueSource(strings = {"tables/units.csv", "schemas/case-event.schema.json", "schemas/window-event.schema.json"})
    void ofTheShippedSetExactlyTheDependentsAreCompiledAnewAndAllIsAsIfCompiledWhole(String changed) {
        FolderSnapshot shipped = FolderSnapshot.of(Path.of("mappings"));
        MappingSet first = shipped.load();
        Map<String, byte[]> files = new TreeMap<>(shipped.files());
        byte[] before = files.remove(changed);
        Set<String> dependents = failing(files);
        files.put(changed, (new String(before, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8));
        MappingSet second = new FolderSnapshot(files).load(first);
        MappingSet whole = new FolderSnapshot(files).load();
        assertThat(dependents).isNotEmpty().hasSizeLessThan(first.names().size());
        assertThat(compiledAnew(first, second)).isEqualTo(dependents);
        assertThat(second.digest()).isEqualTo(whole.digest());
        assertThat(second.warnings()).isEqualTo(whole.warnings());
        assertThat(second.contents().keySet()).isEqualTo(whole.contents().keySet());
    }

    private static Set<String> failing(Map<String, byte[]> files) {
        try {
            new FolderSnapshot(files).load();
            return Set.of();
        } catch (MappingProblems problems) {
            return problems.problems().stream()
                    .filter(MappingProblem::isError)
                    .map(problem -> MappingCompiler.nameOf(problem.file()))
                    .collect(Collectors.toSet());
        }
    }

    private static String made(MappingSet set, String mapping, String source) {
        return new String(
                set.mapping(mapping)
                        .apply(source.getBytes(StandardCharsets.UTF_8), MappingBench.context())
                        .bytes(),
                StandardCharsets.UTF_8);
    }
}
