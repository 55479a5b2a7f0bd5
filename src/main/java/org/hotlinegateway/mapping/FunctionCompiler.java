package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles {@code fn: name} with {@code args}: paths, or rules of their own. */
final class FunctionCompiler {
    private static final Source NOTHING = frame -> null;

    private FunctionCompiler() {}

    static Source compile(Draft draft, Yaml node) {
        String name = draft.textOf(node, "the name of a function");
        Function function = Functions.of(name);
        if (function == null) {
            draft.error(
                    node.place(),
                    "unknown function '" + name + "'. Functions: " + String.join(", ", Functions.names()) + "."
                            + Near.hint(name, Functions.names()));
            return NOTHING;
        }
        List<Yaml> args = draft.clauses().get("args") instanceof Yaml.Seq seq ? seq.items() : List.of();
        if (!function.takes(args.size())) {
            draft.error(
                    node.place(),
                    "function " + function.signature() + " takes "
                            + function.arguments().size() + (function.repeated() ? " or more" : "")
                            + " argument(s) in 'args', found " + args.size());
            return NOTHING;
        }
        List<FieldRule> rules = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            rules.add(argument(draft, function, args.get(i), i));
        }
        return frame -> applied(function, rules, frame);
    }

    private static FieldRule argument(Draft draft, Function function, Yaml node, int position) {
        FieldRule rule = RuleCompiler.compile(node, draft.scope(), draft.target(), null);
        draft.reads().addAll(rule.reads());
        Schema schema = node instanceof Yaml.Scalar && rule.reads().size() == 1
                ? draft.scope().quietly(rule.reads().get(0))
                : null;
        boolean array = function.argument(position).kind() == Function.Kind.ARRAY;
        if (schema != null && (schema.isArray() && !array || schema.isObject())) {
            draft.error(
                    node.place(),
                    "'" + rule.reads().get(0) + "' is " + (schema.isArray() ? "an array" : "an object")
                            + ", function '" + function.name() + "' takes "
                            + function.argument(position).kind().word());
        }
        return rule;
    }

    private static @Nullable Value applied(Function function, List<FieldRule> rules, Frame frame) {
        List<Value> arguments = new ArrayList<>(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            Value value = rules.get(i).value(frame);
            if (value == null || Value.isMissing(value)) {
                return null;
            }
            arguments.add(function.fit(value, i));
        }
        return function.body().apply(arguments);
    }
}
