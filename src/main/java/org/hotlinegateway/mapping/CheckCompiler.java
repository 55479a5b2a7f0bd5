package org.hotlinegateway.mapping;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles the checks of a finished value: those of the rule, then those of the target schema. */
final class CheckCompiler {
    private final Draft draft;
    private final Set<String> warnOnly = new HashSet<>();
    private final List<FieldRule.Check> checks = new ArrayList<>();

    private CheckCompiler(Draft draft) {
        this.draft = draft;
    }

    static List<FieldRule.Check> compile(Draft draft) {
        CheckCompiler compiler = new CheckCompiler(draft);
        compiler.warnings();
        compiler.ofRule();
        compiler.ofSchema();
        return compiler.checks;
    }

    private void warnings() {
        Yaml warn = draft.clauses().get("warn");
        for (Yaml item : warn instanceof Yaml.Seq seq ? seq.items() : warn == null ? List.<Yaml>of() : List.of(warn)) {
            String check = draft.textOf(item, "the name of a check");
            if (!draft.has(check)
                    || !Set.of("maxLength", "pattern", "oneOf", "min", "max").contains(check)) {
                draft.error(item.place(), "'warn' names checks of this rule: maxLength, pattern, oneOf, min, max");
            }
            warnOnly.add(check);
        }
    }

    private void add(String clause, FieldRule.Check check) {
        checks.add(warnOnly.contains(clause) ? Checks.warning(check, draft.target()) : check);
    }

    private void ofRule() {
        if (draft.has("maxLength")) {
            int most = draft.number("maxLength", 1);
            add("maxLength", draft.has("bytes") ? Checks.maxBytes(most, charset()) : new Checks.MaxLength(most));
        }
        Pattern pattern = draft.pattern("pattern");
        if (pattern != null) {
            add("pattern", Checks.pattern(pattern));
        }
        if (draft.clauses().get("oneOf") instanceof Yaml.Seq seq) {
            add(
                    "oneOf",
                    Checks.oneOf(seq.items().stream()
                            .map(item -> draft.textOf(item, "text"))
                            .toList()));
        }
        BigDecimal min = draft.decimal("min");
        if (min != null) {
            add("min", Checks.range(min, true));
        }
        BigDecimal max = draft.decimal("max");
        if (max != null) {
            add("max", Checks.range(max, false));
        }
    }

    private Charset charset() {
        try {
            return Charsets.named(String.valueOf(draft.text("bytes")));
        } catch (SyntaxFault e) {
            draft.error(draft.placeOf("bytes"), e.text());
            return draft.scope().context().charset();
        }
    }

    private void ofSchema() {
        Schema schema = draft.valueSchema();
        checks.addAll(ofSchema(schema));
        if (schema != null && !schema.properties().isEmpty()) {
            checks.add(Checks.object(schema, !draft.scope().context().targetIsXml()));
        }
    }

    /** @throws FieldFault when a value known while compiling does not fit the schema */
    static void verify(@Nullable Schema schema, Value value) {
        Frame nowhere = new Frame(
                new Run(
                        MappingContext.at(java.time.Instant.EPOCH),
                        Zone.of("UTC"),
                        java.nio.charset.StandardCharsets.UTF_8,
                        null),
                value,
                null,
                0);
        ofSchema(schema).forEach(check -> check.verify(value, nowhere));
    }

    private static List<FieldRule.Check> ofSchema(@Nullable Schema schema) {
        List<FieldRule.Check> checks = new ArrayList<>();
        if (schema == null) {
            return checks;
        }
        if (schema.maxLength() != Integer.MAX_VALUE) {
            checks.add(new Checks.MaxLength(schema.maxLength()));
        }
        if (!schema.allowed().isEmpty()) {
            checks.add(Checks.oneOf(schema.allowed()));
        }
        return checks;
    }
}
