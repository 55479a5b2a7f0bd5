package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expressions of many messages at once, some of which fail, never see each other's values. */
class ExpressionTest {
    private static final int MESSAGES = 4_000;

    private static final String RULES = """
            expressions: { milliseconds: 5000 }
            rules:
              total: { expr: "($k := n; $sum($map(l, function($x){ $x * $k })))", in: { l: l, n: n }, type: integer }
              name: { expr: "$join([who, '-', $string(n)])", in: { who: who, n: n }, type: text }
              late: { expr: "n % 7 = 0 ? $number(who) : n", in: { who: who, n: n }, type: integer }
            """;

    private final Mapping mapping = new MappingBench().rules(RULES).load().mapping("t");

    private String converted(int n) {
        String source = "{\"n\":" + n + ",\"who\":\"w" + n + "\",\"l\":[1,2,3]}";
        try {
            byte[] bytes = mapping.apply(source.getBytes(StandardCharsets.UTF_8), MappingBench.context())
                    .bytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (MappingFailure failure) {
            return new String(failure.partial(), StandardCharsets.UTF_8)
                    + failure.errors().size();
        }
    }

    private static String expected(int n) {
        String whole = "{\"total\":" + 6 * n + ",\"name\":\"w" + n + "-" + n + "\"";
        return n % 7 == 0 ? whole + "}1" : whole + ",\"late\":" + n + "}";
    }

    @Test
    void eachCallHasItsOwnFrame() throws ExecutionException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<String>> made = IntStream.range(0, MESSAGES)
                    .mapToObj(n -> threads.submit(() -> converted(n)))
                    .toList();
            for (int n = 0; n < MESSAGES; n++) {
                assertThat(made.get(n).get()).isEqualTo(expected(n));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFailedCallLeavesNothingForTheNextOne() {
        MappingBench bench = new MappingBench()
                .rules(
                        "rules: { t: { expr: 'n > 0 ? ($sum := n; $number(who)) : $sum(l)', in: { n: n, who: who, l: l },"
                                + " type: integer } }");
        Mapping shadowing = bench.load().mapping("t");
        byte[] fails = "{\"n\":7,\"who\":\"w\",\"l\":[1,2]}".getBytes(StandardCharsets.UTF_8);
        byte[] works = "{\"n\":0,\"who\":\"w\",\"l\":[1,2]}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> shadowing.apply(fails, MappingBench.context())).isInstanceOf(MappingFailure.class);
        assertThat(new String(shadowing.apply(works, MappingBench.context()).bytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"t\":3}");
    }
}
