package org.hotlinegateway.workbench;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.hotlinegateway.mapping.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes values up for one field: mostly what it may hold, sometimes what peers send by mistake. */
final class MadeUpValues {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final List<String> HARD = List.of(
            "",
            " ",
            "　",
            "\t",
            "null",
            "-",
            "0",
            "007",
            "-1",
            "1E400",
            "0.10",
            "true",
            "𠮷𠀀",
            "😀",
            "䶮㑳",
            "é",
            "<a>&\"']]>",
            "a,b;c|d",
            "HL-",
            "\uFEFFx",
            "\uD83D",
            "a\u0007b",
            "测试甲",
            "测试甲电话13800000000",
            "A");
    private static final List<String> SENTINELS = List.of(
            "0001-01-01",
            "0001-01-01 00:00:00",
            "1900-01-01 00:00:00",
            "1970-01-01 08:00:00",
            "9999-12-31",
            "9999-12-31T23:59:59+08:00",
            "2021-02-31",
            "2021-02-31 10:00:00",
            "0000-00-00 00:00:00",
            "2020-02-29");

    /** Summer time 1986 to 1991: an hour that never was, one that came twice; a leap day; either end of a year. */
    private static final List<LocalDateTime> MOMENTS = List.of(
            LocalDateTime.of(1986, 5, 4, 2, 30),
            LocalDateTime.of(1990, 9, 16, 0, 30),
            LocalDateTime.of(1990, 9, 15, 23, 59, 59),
            LocalDateTime.of(1988, 7, 1, 12, 0),
            LocalDateTime.of(2020, 2, 29, 23, 59, 59),
            LocalDateTime.of(2021, 1, 1, 0, 0),
            LocalDateTime.of(2021, 9, 8, 15, 53, 1));

    private MadeUpValues() {}

    /** Empty optionals stand for a field that is not there. */
    static Arbitrary<java.util.Optional<JsonNode>> of(@Nullable Schema schema, List<String> known, List<String> dates) {
        Arbitrary<java.util.Optional<JsonNode>> fit = fit(schema, known, dates).map(java.util.Optional::of);
        return Arbitraries.frequencyOf(
                Tuple.of(12, fit),
                Tuple.of(1, Arbitraries.just(java.util.Optional.empty())),
                Tuple.of(1, misfits().map(java.util.Optional::of)));
    }

    private static Arbitrary<JsonNode> misfits() {
        return Arbitraries.of(
                Message.JSON.nullNode(),
                Message.JSON.createArrayNode(),
                Message.JSON.createObjectNode(),
                node(""),
                node(7),
                node("x"),
                node(true),
                Message.JSON.createArrayNode().add("x").add("y"),
                Message.JSON.createObjectNode().put("x", "y"));
    }

    private static JsonNode node(Object value) {
        return Message.JSON.valueToTree(value);
    }

    private static Arbitrary<JsonNode> fit(@Nullable Schema schema, List<String> known, List<String> dates) {
        String type = schema == null ? "" : schema.type();
        return switch (type) {
            case "boolean" -> Arbitraries.of(node(true), node(false), node("1"), node("false"));
            case "integer", "number" -> numbers();
            case "array" -> Arbitraries.of(Message.JSON.createArrayNode(), Message.JSON.nullNode());
            case "object" -> Arbitraries.of(Message.JSON.createObjectNode(), Message.JSON.nullNode());
            default -> texts(schema, known, dates).map(MadeUpValues::node);
        };
    }

    private static Arbitrary<JsonNode> numbers() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.integers().between(0, 9).map(MadeUpValues::node)),
                Tuple.of(2, Arbitraries.integers().map(MadeUpValues::node)),
                Tuple.of(
                        2,
                        Arbitraries.of("0.10", "1.0", "-0", "1E+2", "123456789012345678901234567890", "2147483648")
                                .map(text -> node(new BigDecimal(text)))),
                Tuple.of(1, Arbitraries.of("1", "007", "1.5", "x").map(MadeUpValues::node)));
    }

    private static Arbitrary<String> texts(@Nullable Schema schema, List<String> known, List<String> dates) {
        List<Tuple2<Integer, Arbitrary<String>>> ways = new ArrayList<>();
        List<String> codes = new ArrayList<>(known);
        codes.addAll(schema == null ? List.of() : schema.allowed());
        if (!codes.isEmpty()) {
            ways.add(Tuple.of(12, Arbitraries.of(codes)));
        }
        boolean date = !dates.isEmpty() || schema != null && schema.format().startsWith("date");
        if (date) {
            ways.add(Tuple.of(12, dates(dates)));
            ways.add(Tuple.of(1, Arbitraries.of(SENTINELS)));
        }
        ways.add(Tuple.of(2, Arbitraries.of(HARD)));
        ways.add(Tuple.of(codes.isEmpty() && !date ? 4 : 1, words()));
        ways.add(Tuple.of(1, longs(schema)));
        return Arbitraries.frequencyOf(ways);
    }

    private static Arbitrary<String> words() {
        return Arbitraries.strings().withChars("abcXYZ019 -_:/,;|*窗口办件测试𠮷").ofMaxLength(24);
    }

    private static Arbitrary<String> longs(@Nullable Schema schema) {
        int limit = schema == null || schema.maxLength() > 5000 ? 300 : schema.maxLength();
        return Arbitraries.of("长", "x", "𠮷")
                .flatMap(text ->
                        Arbitraries.of(limit - 1, limit, limit + 1).map(times -> text.repeat(Math.max(1, times))));
    }

    private static Arbitrary<String> dates(List<String> forms) {
        List<String> all = new ArrayList<>(forms);
        all.addAll(List.of("iso", "iso", "iso", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"));
        Arbitrary<LocalDateTime> moments = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(MOMENTS)),
                Tuple.of(
                        3,
                        Arbitraries.longs()
                                .between(500_000_000L, 1_900_000_000L)
                                .map(second ->
                                        LocalDateTime.ofEpochSecond(second, 0, java.time.ZoneOffset.ofHours(8)))));
        return moments.flatMap(moment -> Arbitraries.of(all).map(form -> printed(moment, form)));
    }

    private static String printed(LocalDateTime moment, String form) {
        long second = moment.atZone(CHINA).toEpochSecond();
        return switch (form) {
            case "epoch-s" -> Long.toString(second);
            case "epoch-ms" -> Long.toString(second * 1000);
            case "iso" -> moment.atZone(CHINA).format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX"));
            default -> byPattern(moment, form);
        };
    }

    private static String byPattern(LocalDateTime moment, String form) {
        try {
            return moment.atZone(CHINA).format(DateTimeFormatter.ofPattern(form));
        } catch (IllegalArgumentException | DateTimeException e) {
            return moment.toString();
        }
    }
}
