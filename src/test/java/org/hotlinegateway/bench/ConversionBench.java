package org.hotlinegateway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * One case converted by the gateway, by two kinds of hand-written code and by four other languages, all in one run and
 * with equal output. Prints each ratio beside its limit; fails when outputs differ, and for speed only when
 * {@code -Dbench.strict=true}.
 */
@Tag("bench")
class ConversionBench {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> SIZES = List.of("1.6 KB", "30 KB");
    private static final double STREAMING_LIMIT = 0.85;
    private static final double ALLOCATION_LIMIT = 1.5;
    private static final double ENGINES_LIMIT = 3;
    private static final double FIRST_LIMIT_MS = 300;
    private static final double ONE_LIMIT_MS = 2;
    /** What two measurements of one thing may differ. */
    private static final double NOISE = 1.1;

    private final Verdicts verdicts = new Verdicts();

    @BeforeAll
    static void allContendersAgree() throws Exception {
        for (Contenders.Ends ends : Contenders.Ends.values()) {
            for (String size : SIZES) {
                agree(ends, ends.source(size));
            }
        }
    }

    @BeforeAll
    static void bothLookTheSameUp() throws Exception {
        assertThat(LookUps.lookedUp(Contenders.GATEWAY))
                .isEqualTo(LookUps.lookedUp(Contenders.STREAMING))
                .asString(StandardCharsets.UTF_8)
                .contains("\"V1029000\"");
    }

    private static void agree(Contenders.Ends ends, byte[] source) throws Exception {
        byte[] expected = Contenders.of(ends, Contenders.STREAMING).convert(source);
        for (String name : ends.contenders()) {
            Contender contender = Contenders.of(ends, name);
            assertThat(same(name, contender.convert(source), expected))
                    .as("%s, %s: same output", ends, name)
                    .isTrue();
            if (ends.readsOffsets()) {
                assertThat(same(name, contender.convert(Messages.inUtc(source)), expected))
                        .as("%s, %s: same output for times in UTC", ends, name)
                        .isEqualTo(!Contenders.WITHOUT_DATES.contains(name));
            }
        }
    }

    /** Hand-written streaming and the gateway make the same bytes, the others write the same values. */
    private static boolean same(String name, byte[] made, byte[] expected) {
        return name.equals(Contenders.STREAMING) || name.equals(Contenders.GATEWAY)
                ? Arrays.equals(made, expected)
                : MAPPER.readTree(made).equals(MAPPER.readTree(expected));
    }

    @Test
    void theGatewayBesideHandWrittenCodeAndOtherLanguages() throws Exception {
        for (Contenders.Ends ends : Contenders.Ends.values()) {
            for (String size : SIZES) {
                compare(ends, size);
            }
        }
        verdicts.enforce();
    }

    @Test
    void aLongTableIsAsFastAsAShortOne() throws Exception {
        double same = growth("the same codes", LookUps.SAME, Contenders.GATEWAY);
        double drawn = growth("codes drawn anew", LookUps.DRAWN, Contenders.GATEWAY);
        double byHand = growth("codes drawn anew", LookUps.DRAWN, Contenders.STREAMING);
        verdicts.atMost("time of a look-up in 30,000 rows to one in 30", same, NOISE);
        verdicts.atMost("the same with codes drawn anew", drawn, NOISE);
        verdicts.atMost("growth beside that of a hash map by hand", drawn / byHand, 1);
        verdicts.enforce();
    }

    /** How many times as long a look-up takes in many rows as in few. */
    private static double growth(String codes, String messages, String contender) throws Exception {
        Growth growth = Growth.of(messages, contender);
        System.out.printf(
                Locale.ROOT,
                "%n%s, %d look-ups of %s: %.2f us in %,d rows, %.2f us in %,d%n",
                contender,
                LookUps.CODES,
                codes,
                growth.few(),
                LookUps.FEW,
                growth.many(),
                LookUps.MANY);
        return growth.ratio();
    }

    @Test
    void provenanceCostsNothingWhenOff() throws Exception {
        Measured never = Measured.of(Unexplained.class, Map.of("explained", "0"));
        Measured before = Measured.of(Unexplained.class, Map.of("explained", "1"));
        System.out.printf(
                Locale.ROOT,
                "%nprovenance: never asked for %.2f us, off again %.2f us%n",
                never.micros(),
                before.micros());
        verdicts.atMost("time with provenance off to never there", before.micros() / never.micros(), NOISE);
        verdicts.atMost("its allocation", before.bytes() / never.bytes(), NOISE);
        verdicts.enforce();
    }

    @Test
    void theShippedSetCompilesInNoTime() throws Exception {
        Measured cold = Measured.first(Loading.class, Map.of("edited", "all"));
        Measured warm = Measured.of(Loading.class, Map.of("edited", "all"));
        Measured mapping = Measured.of(Loading.class, Map.of("edited", "hotline/case-event-to-hotline-order.map.yaml"));
        Measured table = Measured.of(Loading.class, Map.of("edited", "tables/units.csv"));
        System.out.printf(
                Locale.ROOT,
                "%nshipped set in ms: %.0f cold (the first in a new process), %.1f warm;"
                        + " after an edit %.2f of one mapping, %.2f of one table%n",
                millis(cold),
                millis(warm),
                millis(mapping),
                millis(table));
        verdicts.atMost("compile of the shipped set, cold, ms", millis(cold), FIRST_LIMIT_MS);
        verdicts.atMost("compile of the shipped set, warm, ms", millis(warm), FIRST_LIMIT_MS);
        verdicts.atMost("after an edit of one mapping, ms", millis(mapping), ONE_LIMIT_MS);
        verdicts.enforce();
    }

    private static double millis(Measured it) {
        return it.micros() / 1000;
    }

    private void compare(Contenders.Ends ends, String size) throws Exception {
        System.out.printf("%n%s, case of %s%n", ends, size);
        Measured streaming = Measured.of(ends, size, Contenders.STREAMING);
        print(Contenders.STREAMING, streaming, streaming);
        Measured gateway = Measured.of(ends, size, Contenders.GATEWAY);
        print(Contenders.GATEWAY, gateway, streaming);
        double fastest = Double.MAX_VALUE;
        double careless = Double.MAX_VALUE;
        for (String name : others(ends, size)) {
            Measured other = Measured.of(ends, size, name);
            print(name, other, streaming);
            fastest = Contenders.ENGINES.contains(name) ? Math.min(fastest, other.micros()) : fastest;
            careless = name.equals(Contenders.CARELESS) ? other.micros() : careless;
        }
        String what = ends + ", " + size + ": ";
        verdicts.atLeast(
                what + "speed of hand-written streaming", streaming.micros() / gateway.micros(), STREAMING_LIMIT);
        verdicts.atMost(what + "its allocation", gateway.bytes() / streaming.bytes(), ALLOCATION_LIMIT);
        if (fastest < Double.MAX_VALUE) {
            verdicts.atLeast(what + "speed of the fastest other language", fastest / gateway.micros(), ENGINES_LIMIT);
            verdicts.atLeast(what + "speed of JSLT with dates cut", careless / gateway.micros(), ENGINES_LIMIT);
        }
    }

    /** The short form leaves the slow ones out where they would only repeat what the small case tells. */
    private static List<String> others(Contenders.Ends ends, String size) {
        boolean all = size.equals(SIZES.get(0)) || Measured.LONG;
        return all ? ends.contenders().subList(2, ends.contenders().size()) : List.of();
    }

    private static void print(String name, Measured it, Measured streaming) {
        System.out.printf(
                Locale.ROOT,
                "  %-18s %9.2f us %9.0f B %6.0f %% of streaming's speed %6.2f x its allocation%n",
                name,
                it.micros(),
                it.bytes(),
                100 * streaming.micros() / it.micros(),
                it.bytes() / streaming.bytes());
    }
}
