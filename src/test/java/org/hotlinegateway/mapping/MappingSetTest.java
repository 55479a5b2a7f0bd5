package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sets of mapping files: known by their contents, shared between threads, swapped whole. */
class MappingSetTest {
    private static MappingBench bench() {
        return new MappingBench()
                .with("tables/k.csv", "a,b\nA,1\n")
                .file(
                        "{ format: xml }",
                        "{ format: xml, root: M, encoding: GBK }",
                        "tables: { k: tables/k.csv#a->b }\n"
                                + "rules: { T: { from: A, table: k }, D: { from: D, date: yyyyMMddHHmmss }, N: N }");
    }

    @Test
    void theDigestChangesWithAnyTableAndOnlyThen() {
        MappingBench bench = bench();
        String before = bench.load().digest();
        assertThat(bench().load().digest()).isEqualTo(before);
        assertThat(bench.with("tables/k.csv", "a,b\nA,2\n").load().digest()).isNotEqualTo(before);
    }

    @Test
    void anUnknownMappingIsNamedWithTheKnownOnes() {
        MappingSet set = bench().load();
        assertThatThrownBy(() -> set.mapping("x")).hasMessage("no mapping 'x' among [t]");
    }

    @Test
    void theLiveSetIsReplacedWhole() {
        MappingSet first = bench().load();
        MappingSet second = new MappingBench().rules("rules: { t: a }").load();
        MappingSets sets = new MappingSets(first);
        sets.replace(second);
        assertThat(sets.current()).isSameAs(second);
    }

    @Test
    void oneMappingServesManyThreads() throws Exception {
        Mapping mapping = bench().load().mapping("t");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> jobs = IntStream.range(0, 400)
                    .<Callable<Boolean>>mapToObj(i -> () -> converts(mapping, i))
                    .toList();
            for (var done : threads.invokeAll(jobs)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean converts(Mapping mapping, int number) {
        String source = "<S><A>A</A><D>2021-09-08 15:53:01</D><N>测" + number + "</N></S>";
        byte[] made = mapping.apply(source.getBytes(StandardCharsets.UTF_8), MappingBench.context())
                .bytes();
        return new String(made, java.nio.charset.Charset.forName("GBK"))
                .endsWith("<M><T>1</T><D>20210908155301</D><N>测" + number + "</N></M>");
    }

    @Test
    void aFailureCarriesEveryErrorAndWhatDidConvert() {
        MappingBench bench = new MappingBench()
                .rules("rules: { a: { from: a, required: true }, b: { from: b, as: integer }, c: c }");
        assertThatThrownBy(() -> bench.apply("{\"b\":\"x\",\"c\":\"1\"}"))
                .isInstanceOfSatisfying(MappingFailure.class, failure -> {
                    assertThat(failure.errors())
                            .extracting(FieldError::target, FieldError::code, FieldError::source, FieldError::rule)
                            .containsExactly(
                                    org.assertj.core.groups.Tuple.tuple(
                                            "a", FieldError.Code.REQUIRED, "a", "t.map.yaml:5:13"),
                                    org.assertj.core.groups.Tuple.tuple(
                                            "b", FieldError.Code.TYPE, "b", "t.map.yaml:5:45"));
                    assertThat(new String(failure.partial(), StandardCharsets.UTF_8))
                            .isEqualTo("{\"c\":\"1\"}");
                    assertThat(failure.isOurs()).isFalse();
                });
    }

    @Test
    void demandedObjectsAreWrittenAndDemandedFieldsMissed() {
        String schema = """
                {"type":"object","required":["p","q"],"properties":{
                  "p":{"type":"object","properties":{"x":{"type":"string"}}},
                  "q":{"type":"string"},
                  "r":{"type":"object","required":["a"],"properties":{"a":{"type":"string"},"b":{"type":"string"}}}}}
                """;
        MappingBench bench = new MappingBench()
                .with("schemas/s.json", schema)
                .file(
                        "{ format: json }",
                        "{ format: json, schema: schemas/s.json }",
                        "rules: { p.x: x, q: q, r.a: a, r.b: b }");
        assertThat(new String(bench.apply("{\"q\":5}").bytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"q\":\"5\",\"p\":{}}");
        assertThatThrownBy(() -> bench.apply("{\"b\":\"1\"}"))
                .isInstanceOfSatisfying(
                        MappingFailure.class,
                        failure -> assertThat(failure.errors())
                                .extracting(error -> error.target() + ": " + error.message())
                                .containsExactly(
                                        "r.a: required by the target schema, but has no value",
                                        "q: required by the target schema, but has no value"));
    }
}
