package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hotlinegateway.mapping.Laws.Law;
import org.hotlinegateway.mapping.Laws.Outcome;
import org.hotlinegateway.mapping.Laws.Verdict;
import org.junit.jupiter.api.Test;

/** The laws hold of an honest mapping and are seen broken when somebody breaks them. */
class LawsTest {
    private static final MappingContext CONTEXT = MappingContext.at(Instant.parse("2021-09-08T07:53:01Z"));
    private static final String HEAD = "language: 1\nmapping: m\n";
    private static final String ENDS = "source: { format: json }\ntarget: { format: json }\n";
    private static final String RULES = "rules:\n  t: { from: a, prefix: HL- }\n  l: { each: f, rules: { id: id } }\n";
    private static final String MESSAGE = "{\"a\":\"1\",\"f\":[{\"id\":\"2\"}]}";

    private static MappingSet set(String file) {
        return MappingSet.load(Map.of(
                "m.map.yaml",
                (HEAD + file).getBytes(StandardCharsets.UTF_8),
                "s.json",
                "{\"properties\":{\"k\":{\"enum\":[\"X\"]},\"t\":{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"integer\"}},\"required\":[\"x\"]}}}"
                        .getBytes(StandardCharsets.UTF_8)));
    }

    private static Verdict judged(String file, String message) {
        return new Laws(set(file), "m").judge(message, CONTEXT);
    }

    /** The verdict when the way back of one field is another. */
    private static Verdict broken(UnaryOperator<Back> changed) {
        MappingSet set = set(ENDS + RULES);
        Reverse honest = set.reverse("m");
        List<Back> parts = honest.parts().stream().map(changed).toList();
        return new Laws(set, "m", new Reverse(set.program("m"), honest.rules(), parts)).judge(MESSAGE, CONTEXT);
    }

    private static Back field(Back part, Put put) {
        return part instanceof Back.Field field ? new Back.Field(field.line(), field.names(), put) : part;
    }

    @Test
    void anHonestMappingKeepsAllLaws() {
        assertThat(judged(ENDS + RULES, MESSAGE)).isEqualTo(Verdict.of(Outcome.ACCEPTED));
    }

    @Test
    void aRefusalWithPlacesIsLawful() {
        String file = ENDS + "rules:\n  t: { from: a, required: true }\n";
        assertThat(judged(file, "{}")).isEqualTo(Verdict.of(Outcome.REFUSED));
    }

    @Test
    void aMessageTheFormatCannotHoldIsNoneOfTheMapping() {
        String file = "source: { format: form }\ntarget: { format: json }\nrules:\n  t: a\n";
        assertThat(judged(file, "{\"a\":{\"b\":1}}")).isEqualTo(Verdict.of(Outcome.UNWRITABLE));
    }

    @Test
    void anUnforeseenFaultBreaksTheFirstLaw() {
        String file = ENDS + "rules:\n  t: a\n  s: { sign: md5 }\n";
        assertThat(judged(file, MESSAGE))
                .isEqualTo(new Verdict(
                        Outcome.BROKEN,
                        Law.REFUSES_WITH_PLACES,
                        "an error unforeseen: s INTERNAL cannot be signed: no signer for scheme 'md5' in this context"
                                + " (m.map.yaml:7:6)"));
    }

    @Test
    void anErrorThatShowsAValueBreaksTheFirstLaw() {
        FieldError error = new FieldError(FieldError.Code.VALUE, "t", "a", "m.map.yaml:6:6", "is 测试甲, expected A");
        LocatedErrors errors = new LocatedErrors(new byte[0]);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> errors.check(new MappingFailure("m", List.of(error), new byte[0]), "{\"a\":\"测试甲\"}"))
                .hasMessage("an error with a value of the message: t VALUE is 测试甲, expected A (m.map.yaml:6:6)");
    }

    @Test
    void anObjectThatMovesWholeIsHeldAgainstTheTargetSchema() {
        String file = "source: { format: json }\ntarget: { format: json, schema: s.json }\nrules:\n  t: a\n";
        assertThat(judged(file, "{\"a\":{\"x\":1}}").outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(judged(file, "{\"a\":{\"y\":1}}").outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(judged(file, "{\"a\":7}").outcome()).isEqualTo(Outcome.REFUSED);
        List<String> faults = new java.util.ArrayList<>();
        Schema schema = set(file).program("m").file().targetSchema();
        new Conformity(true, faults)
                .check("", JsonReader.parse("{\"t\":{\"x\":\"1\"}}".getBytes(StandardCharsets.UTF_8)), schema);
        assertThat(faults).containsExactly("t.x is text, the schema demands integer");
    }

    @Test
    void aListOfValuesTakesNoArray() {
        String file = "source: { format: json }\ntarget: { format: json, schema: s.json }\nrules:\n  k: a\n";
        assertThat(judged(file, "{\"a\":\"X\"}").outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(judged(file, "{\"a\":[]}").outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void aChangeOfWhatIsUnchangedIsNoticed() {
        MappingSet set = set(ENDS + RULES);
        Reversal line = set.reverse("m").rules().get(0);
        Put meddling = (source, value, frame) -> Parts.with(source, List.of(new Path.Field("b")), new Value.Text("9"));
        Back always = new Back.Each(line, List.of("t"), null, Condition.ALWAYS, meddling, List.of());
        assertThat(new Laws(
                                set,
                                "m",
                                new Reverse(
                                        set(ENDS + "rules:\n  t: a\n").program("m"), List.of(line), List.of(always)))
                        .judge(MESSAGE, CONTEXT))
                .isEqualTo(new Verdict(
                        Outcome.BROKEN, Law.PUTS_BACK_UNCHANGED, "source field b: expected nothing, found \"9\""));
    }

    @Test
    void anotherValueAfterTheRoundTripIsNoticed() {
        Put another = (source, value, frame) -> Parts.with(source, List.of(new Path.Field("a")), new Value.Text("9"));
        assertThat(broken(part -> field(part, another)))
                .isEqualTo(new Verdict(
                        Outcome.BROKEN,
                        Law.RETURNS_WHAT_IS_EXACT,
                        "target field t: expected \"HL-1\", found \"HL-9\""));
    }

    @Test
    void aFieldThatDoesNotReturnIsNoticed() {
        assertThat(broken(part -> field(part, Put.NOTHING)))
                .isEqualTo(new Verdict(
                        Outcome.BROKEN, Law.RETURNS_WHAT_IS_EXACT, "target field t: expected \"HL-1\", found nothing"));
    }

    @Test
    void elementsThatDoNotReturnAreNoticed() {
        assertThat(broken(part -> part instanceof Back.Each each
                        ? new Back.Each(
                                each.line(), each.names(), each.existing(), each.where(), Put.NOTHING, each.parts())
                        : part))
                .isEqualTo(new Verdict(
                        Outcome.BROKEN, Law.RETURNS_WHAT_IS_EXACT, "target field l: expected 1 element(s), found 0"));
    }

    @Test
    void anExactFieldThatFailsOnItsWayBackIsNoticed() {
        Put failing = (source, value, frame) -> {
            throw new FieldFault(FieldError.Code.TYPE, "is odd");
        };
        assertThat(broken(part -> field(part, failing)))
                .isEqualTo(new Verdict(Outcome.BROKEN, Law.RETURNS_WHAT_IS_EXACT, "t TYPE is odd (m.map.yaml:6:6)"));
    }
}
