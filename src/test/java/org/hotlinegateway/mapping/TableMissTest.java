package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a code that lacks a row. */
class TableMissTest {
    @ParameterizedTest
    @CsvSource({
        "APPROVAL,APPROVAL",
        "07,07",
        "442000,442000",
        "442000902,442000902",
        "442000902000,442000902000",
        "A-3.b,A-3.b",
        "测试甲,'(3 characters, 5c06)'",
        "13800000000,'(11 characters, 359e)'",
        "11010119900307888X,'(18 characters, 62de)'",
        "076088880000,'(12 characters, 8106)'",
        "two words,'(9 characters, a03f)'"
    })
    void aCodeIsToldOnlyWhenItLooksLikeOne(String code, String told) {
        assertThat(missed(code).code()).isEqualTo(told);
    }

    @Test
    void twoNamesOfOneLengthAreTwoItems() {
        assertThat(missed("测试甲")).isNotEqualTo(missed("测试乙")).isEqualTo(missed("测试甲"));
    }

    @Test
    void whatAMessageWaitsOnNamesEveryMissAndCanBeReadBack() {
        List<TableMiss> misses = List.of(
                new TableMiss(new MissedCode("region", "tables/regions.csv", "442000902"), "payload.place.regionCode"),
                new TableMiss(new MissedCode("a;b%", "t.csv", "(3 characters, d4fb)"), "x.'y z'[]"));
        String key = TableMiss.waitingOn(misses);
        assertThat(key)
                .isEqualTo("table:region;tables/regions.csv;442000902;payload.place.regionCode"
                        + " table:a%3Bb%25;t.csv;(3%20characters,%20d4fb);x.'y%20z'[]");
        assertThat(TableMiss.parse(key)).isEqualTo(misses);
        assertThat(TableMiss.parse(key + " TABLE_MISS payload.place.regionCode"))
                .isEqualTo(misses);
    }

    @Test
    void aReasonOfAnotherKindIsNoMiss() {
        assertThat(TableMiss.parse("order:0210908155301000001")).isEmpty();
        assertThat(TableMiss.parse("table:cause TABLE_MISS payload")).isEmpty();
    }

    private static MissedCode missed(String code) {
        MappingSet set = MappingSet.load(Map.of(
                "t.csv", "from,to\nX,Y\n".getBytes(StandardCharsets.UTF_8),
                "m.map.yaml", """
                        language: 1
                        mapping: m
                        version: 1
                        title: m
                        source: { format: json }
                        target: { format: json }
                        zone: Asia/Shanghai
                        tables:
                          t: t.csv#from->to
                        rules:
                          to: { from: code, table: t }
                        """.getBytes(StandardCharsets.UTF_8)));
        byte[] source = ("{\"code\":\"" + code + "\"}").getBytes(StandardCharsets.UTF_8);
        MappingFailure failure = catchThrowableOfType(
                MappingFailure.class, () -> set.mapping("m").apply(source, MappingContext.at(Instant.EPOCH)));
        TableMiss miss = failure.tableMisses().get(0);
        assertThat(miss.target()).isEqualTo("to");
        assertThat(miss.missed().table()).isEqualTo("t");
        assertThat(miss.missed().origin()).isEqualTo("t.csv#from->to");
        return miss.missed();
    }
}
