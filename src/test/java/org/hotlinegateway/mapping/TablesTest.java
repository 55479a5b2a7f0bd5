package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Code tables in CSV: directions, two keys, validity, aliases, preferred rows. */
class TablesTest {
    private static final String UNITS = """
            \uFEFFcode,name,aliases,hotline,validFrom,validTo
            # the code of the hotline changed with the district
            ORG-A,甲街道,甲|甲街道办,1001,,2020-12-31
            ORG-A,甲街道,甲|甲街道办,2001,2021-01-01,
            ORG-B,"乙, 镇",,1002,,
            ORG-C,丙镇,,,,
            """;

    private static String apply(MappingBench bench, String json) {
        return new String(bench.apply(json).bytes(), StandardCharsets.UTF_8);
    }

    private static MappingBench units(String direction, String rule) {
        return new MappingBench()
                .with("tables/units.csv", UNITS)
                .rules("tables: { unit: 'tables/units.csv#" + direction + "' }\nrules: { t: " + rule + " }");
    }

    @Test
    void aRowIsTakenAsOfTheDayOfTheConversionOrOfAField() {
        assertThat(apply(units("code->hotline", "{ from: c, table: unit }"), "{\"c\":\"ORG-A\"}"))
                .isEqualTo("{\"t\":\"2001\"}");
        MappingBench asOf = units("code->hotline", "{ from: c, table: unit, asOf: d }");
        assertThat(apply(asOf, "{\"c\":\"ORG-A\",\"d\":\"2020-12-31T23:00:00+08:00\"}"))
                .isEqualTo("{\"t\":\"1001\"}");
        assertThat(apply(asOf, "{\"c\":\"ORG-A\",\"d\":\"2021-01-01 08:00:00\"}"))
                .isEqualTo("{\"t\":\"2001\"}");
    }

    @Test
    void theSameFileIsReadTheOtherWay() {
        assertThat(apply(units("hotline->code", "{ from: c, table: unit }"), "{\"c\":\"2001\"}"))
                .isEqualTo("{\"t\":\"ORG-A\"}");
    }

    @Test
    void aliasesAndQuotedNamesAreFound() {
        MappingBench names = units("name->code", "{ from: c, table: unit }");
        assertThat(apply(names, "{\"c\":\"甲街道办\"}")).isEqualTo("{\"t\":\"ORG-A\"}");
        assertThat(apply(names, "{\"c\":\"乙, 镇\"}")).isEqualTo("{\"t\":\"ORG-B\"}");
    }

    @Test
    void aBlankCellIsNoRow() {
        MappingBench bench = units("code->hotline", "{ from: c, table: unit }");
        MappingFailure failure = catchThrowableOfType(MappingFailure.class, () -> bench.apply("{\"c\":\"ORG-C\"}"));
        assertThat(failure.isOurs()).isTrue();
        assertThat(failure.errors().get(0).message())
                .isEqualTo("is in no row of table 'unit' (tables/units.csv#code->hotline), rule t.map.yaml:6:13");
    }

    @Test
    void aCodeThatIsNotValidYetIsAMiss() {
        MappingBench bench = new MappingBench()
                .with("tables/x.csv", "a,b,validFrom\nA,1,2022-01-01\n")
                .rules("tables: { x: tables/x.csv#a->b }\nrules: { t: { from: c, table: x } }");
        assertThat(catchThrowableOfType(MappingFailure.class, () -> bench.apply("{\"c\":\"A\"}"))
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo(FieldError.Code.TABLE_MISS));
    }

    @Test
    void twoKeysMakeOneCode() {
        MappingBench bench = new MappingBench()
                .with("tables/level.csv", "scale,raw,level\nS3,01,4\nS5,01,9\n")
                .rules("tables: { level: 'tables/level.csv#scale,raw->level' }\n"
                        + "rules: { t: { from: [ s, r ], table: level } }");
        assertThat(apply(bench, "{\"s\":\"S3\",\"r\":\"01\"}")).isEqualTo("{\"t\":\"4\"}");
        assertThat(apply(bench, "{\"s\":\"S5\",\"r\":\"01\"}")).isEqualTo("{\"t\":\"9\"}");
        assertThat(apply(bench, "{\"s\":\"S5\"}")).isEqualTo("{}");
    }

    @Test
    void thePreferredRowSettlesWhatIsAmbiguous() {
        MappingBench bench = new MappingBench()
                .with("tables/c.csv", "cause,legacy,prefer\nCOMPLAINT,01,legacy\nSUGGEST,01,\n")
                .rules("tables: { c: tables/c.csv#legacy->cause, d: tables/c.csv#cause->legacy }\n"
                        + "rules: { t: { from: c, table: c }, u: { from: d, table: d } }");
        assertThat(apply(bench, "{\"c\":\"01\",\"d\":\"SUGGEST\"}")).isEqualTo("{\"t\":\"COMPLAINT\",\"u\":\"01\"}");
    }

    @Test
    void theRowOfEachCodeOfAnArrayIsTold() {
        MappingBench bench = units("code->hotline", "{ from: c, table: unit }");
        bench.with("tables/units.csv", "code,hotline\nORG-A,1001\nORG-B,1002\n");
        byte[] message = "{\"c\":[\"ORG-B\",\"ORG-A\"]}".getBytes(StandardCharsets.UTF_8);
        assertThat(Explanation.of(bench.load(), "t", message, MappingBench.context())
                        .fields())
                .extracting(Explanation.Field::target, Explanation.Field::value, Explanation.Field::steps)
                .containsExactly(
                        tuple("t[0]", "\"1002\"", List.of("table unit tables/units.csv:3:1")),
                        tuple("t[1]", "\"1001\"", List.of("table unit tables/units.csv:2:1")));
    }

    @Test
    void aTableOfThirtyThousandRowsIsRead() {
        String rows =
                IntStream.range(0, 30_000).mapToObj(i -> "K" + i + "," + i).collect(Collectors.joining("\n"));
        MappingBench bench = new MappingBench()
                .with("tables/big.csv", "a,b\n" + rows)
                .rules("tables: { big: tables/big.csv#a->b }\nrules: { t: { from: c, table: big } }");
        assertThat(apply(bench, "{\"c\":\"K29999\"}")).isEqualTo("{\"t\":\"29999\"}");
    }

    @Test
    void aValueTheTargetDoesNotAllowIsFoundWithoutAMessage() {
        MappingBench bench = new MappingBench()
                .with(
                        "schemas/s.json",
                        "{\"type\":\"object\",\"properties\":{\"t\":{\"type\":\"string\",\"maxLength\":2}}}")
                .with("tables/x.csv", "a,b\nA,12\nB,123\n")
                .file(
                        "{ format: json }",
                        "{ format: json, schema: schemas/s.json }",
                        "tables: { x: tables/x.csv#a->b }\nrules: { t: { from: c, table: x } }");
        assertThat(catchThrowableOfType(MappingProblems.class, bench::load)
                        .problems()
                        .get(0)
                        .toString())
                .isEqualTo("t.map.yaml:6:31: table 'x' gives '123' (tables/x.csv:3:1), which is 3 code points long,"
                        + " at most 2 allowed");
    }
}
