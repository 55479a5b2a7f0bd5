package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs {@code mapping/mistakes.txt}: what an engineer gets wrong and what the checker answers, to the letter. The
 * text of a block follows two lines of head and, unless it brings its own, source and target in lines 3 and 4.
 */
class MistakesTest {
    private static final String SCHEMA = """
            {"type": "object", "required": ["no"], "properties": {
              "no": {"type": "string", "maxLength": 8},
              "matter": {"type": "object", "properties": {"title": {"type": "string"}, "code": {"type": "string"}}},
              "files": {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "string"}}}},
              "count": {"type": "integer"},
              "flag": {"type": "boolean"},
              "day": {"type": "string", "format": "date"},
              "kind": {"type": "string", "enum": ["A", "B"]}
            }}
            """;

    private static final String LONG = """
            {"type": "object", "properties": {
              "a": {"type": "string", "maxLength": 200},
              "kind": {"type": "string", "enum": ["A", "B", "C"]},
              "state": {"type": "string", "enum": ["OPEN", "SHUT"]}
            }}
            """;

    record Mistake(String sentence, String text, List<String> problems) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(ConversionsTest.resource("mapping/mistakes.txt").split("\n\n+"))
                .filter(block -> !block.isBlank())
                .map(MistakesTest::mistake);
    }

    private static Mistake mistake(String block) {
        List<String> lines = block.strip().lines().toList();
        List<String> text = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("problem: ")) {
                problems.add(line.substring("problem: ".length()));
            } else {
                text.add(line);
            }
        }
        if (!text.get(0).startsWith("source:")) {
            text.addAll(0, List.of("source: { format: json }", "target: { format: json }"));
        }
        return new Mistake(lines.get(0), String.join("\n", text), problems);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isToldToTheLetter(Mistake mistake) {
        MappingBench bench = new MappingBench()
                .with("schemas/s.json", SCHEMA)
                .with("tables/causes.csv", "cause,legacy,modern\nPOLICY,01,P\n# remark\nRULE,01,R\n")
                .with("tables/empty.csv", "a,b\n")
                .with("tables/odd.csv", "a,b,validForm\nA,1,2021-01-01\nB,2,,4\n")
                .with("tables/never.csv", "a,b,validFrom,validTo\nA,1,2021-01-01,2020-12-31\n")
                .with("tables/hits.csv", "p,c\n号,1\n^设备,2\n号已满,3\n.*,4\n设备,5\n")
                .with("schemas/long.json", LONG)
                .with("t.map.yaml", "language: 1\nmapping: t\n" + mistake.text());
        assertThat(problems(bench)).isEqualTo(String.join("\n", mistake.problems()));
    }

    private static String problems(MappingBench bench) {
        try {
            return bench.load().warnings().stream()
                    .map(MappingProblem::toString)
                    .collect(Collectors.joining("\n"));
        } catch (MappingProblems problems) {
            return String.valueOf(problems.getMessage());
        }
    }

    @Test
    void allProblemsOfAllFilesAreToldAtOnce() {
        MappingBench bench = new MappingBench()
                .with(
                        "a/x.map.yaml",
                        "language: 2\nmapping: y\nsource: { format: jsn }\ntarget: { format: json }\nrules: { t: { form: a } }")
                .with("b/t.map.yaml", "- no map");
        assertThat(problems(bench)).isEqualTo("""
                a/x.map.yaml:1:1: 'language' must be 1, found '2'
                a/x.map.yaml:2:1: 'mapping' must be the file's name 'x', found 'y'
                a/x.map.yaml:3:11: 'format' is json, xml, form, json-in-text, found 'jsn'. Did you mean 'json'?
                a/x.map.yaml:5:15: unknown clause 'form'. Clauses of phase read: from, first, list, text, parts, const, count, when, then, choose, rest, expr, in, type, fn, args, sign, each, where, rules. Did you mean 'from'?
                b/t.map.yaml:1:1: a mapping file is a map of keys""");
    }
}
