package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands around a message that travels as a text: rules of targets {@code ^.name} fill the fields beside the text,
 * which stands where the first rule of the message itself stands.
 */
final class Envelope {
    private static final String OUT = "^.";

    private final Format target;
    private final String field;
    private final Yaml.Dict message;
    private final LinkedHashMap<String, Yaml.Entry> around = new LinkedHashMap<>();
    private int position;

    private Envelope(Format target, Yaml.Dict rules) {
        this.target = target;
        this.field = field(target);
        LinkedHashMap<String, Yaml.Entry> inside = new LinkedHashMap<>();
        for (Map.Entry<String, Yaml.Entry> rule : rules.each()) {
            if (rule.getKey().startsWith(OUT)) {
                position += inside.isEmpty() ? 1 : 0;
                around.put(rule.getKey().substring(OUT.length()), outside(rule.getValue()));
            } else {
                inside.put(rule.getKey(), rule.getValue());
            }
        }
        this.message = new Yaml.Dict(inside, rules.place());
    }

    /** Splits the rules of a file into those of the message and those of its envelope. */
    static Envelope of(Format target, Yaml.Dict rules) {
        return new Envelope(target, rules);
    }

    private static String field(Format target) {
        String field = target.field();
        return field == null ? "data" : field;
    }

    private static Yaml.Entry outside(Yaml.Entry entry) {
        Yaml.Scalar key = entry.key();
        return new Yaml.Entry(
                new Yaml.Scalar(key.text().substring(OUT.length()), key.plain(), key.place()), entry.value());
    }

    /** The rules of the message itself. */
    Yaml.Dict message() {
        return message;
    }

    /** The fields of the envelope, the text among them. */
    Plan.Fields compile(TargetCompiler compiler, FileContext context, Scope scope) {
        Place place = target.place();
        Yaml.Entry taken = around.remove(field);
        if (taken != null) {
            context.problems()
                    .error(taken.key().place(), "target", "'" + OUT + field + "' holds the message itself as a text");
        }
        Plan.Fields fields = compiler.compile(new Yaml.Dict(around, place), scope, null, "^");
        List<Plan> plans = new ArrayList<>(List.of(fields.plans()));
        plans.add(Math.min(position, plans.size()), text(target));
        return new Plan.Fields(TargetCompiler.signed(plans));
    }

    /** The field that holds the message. */
    static Plan text(Format target) {
        String path = OUT + field(target);
        FieldRule rule = new FieldRule(
                target.place(),
                path,
                List.of(),
                Condition.ALWAYS,
                frame -> frame.run().message(),
                new Step[0],
                null,
                new Step[0],
                null,
                false,
                FieldRule.Missing.OMIT,
                FieldRule.Form.ANY,
                new FieldRule.Check[0]);
        return new Plan.Field(new Name(field(target), target.charset()), path, false, rule);
    }
}
