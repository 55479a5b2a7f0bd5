package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compiles a map of rules into the fields of a target object, in the order of the rules. */
final class TargetCompiler {
    private final FileContext context;

    TargetCompiler(FileContext context) {
        this.context = context;
    }

    Plan.Fields compile(Yaml.Dict rules, Scope scope, @Nullable Schema schema, String path) {
        TargetNode root = new TargetNode("", path, schema, true);
        for (Map.Entry<String, Yaml.Entry> entry : rules.each()) {
            place(root, entry.getValue());
        }
        return fields(root, scope, rules.place());
    }

    private void place(TargetNode root, Yaml.Entry entry) {
        Place at = entry.key().place();
        try {
            TargetNode node = root;
            for (String name : TargetPath.parse(entry.key().text(), at)) {
                checkKnown(node, name);
                checkFree(node, at);
                node = node.child(name);
            }
            if (node.rule() != null || !node.children().isEmpty()) {
                throw new SyntaxFault("target path '" + node.path() + "' is written twice");
            }
            node.rule(entry.value(), at);
        } catch (SyntaxFault fault) {
            context.problems().error(at, "target", fault.text());
        }
    }

    private static void checkFree(TargetNode node, Place at) {
        if (node.rule() != null) {
            throw new SyntaxFault("target path '" + node.path() + "' is written twice: line "
                    + Objects.requireNonNullElse(node.place(), at).line() + " writes it as a whole");
        }
    }

    private static boolean isOfXml(String name) {
        return name.equals("#text") || name.startsWith("@");
    }

    private static void checkKnown(TargetNode node, String name) {
        Schema schema = node.schema();
        if (schema != null && schema.isArray()) {
            throw new SyntaxFault("target path '" + node.path() + "' is an array: fill it by each or list");
        }
        ConvertSteps.Type scalar = schema == null ? null : schema.scalarType();
        if (schema != null && scalar != null && schema.property(name) == null && !isOfXml(name)) {
            throw new SyntaxFault(
                    "target path '" + node.path() + "' takes " + scalar.noun() + ", no fields such as '" + name + "'");
        }
        if (schema != null && schema.property(name) == null && !schema.isOpen()) {
            String whole = node.path().isEmpty() ? name : node.path() + "." + name;
            throw new SyntaxFault("unknown target path '" + whole + "': not in " + schema.file() + "."
                    + nearest(node.path(), name, schema));
        }
    }

    private static String nearest(String path, String name, Schema schema) {
        String near = Near.nearest(name, schema.properties().keySet());
        return near == null ? "" : " Did you mean '" + (path.isEmpty() ? near : path + "." + near) + "'?";
    }

    private Plan.Fields fields(TargetNode node, Scope scope, Place place) {
        List<Plan> plans = new ArrayList<>();
        for (TargetNode child : node.children().values()) {
            plans.add(plan(child, scope, place));
        }
        checkDemanded(node, place);
        plans.sort(Comparator.comparing(plan -> !plan.name().isAttribute()));
        return new Plan.Fields(signed(plans));
    }

    private void checkDemanded(TargetNode node, Place place) {
        Schema schema = node.schema();
        for (String name : schema == null ? List.<String>of() : schema.required()) {
            if (!node.children().containsKey(name)) {
                String whole = node.path().isEmpty() ? name : node.path() + "." + name;
                context.problems()
                        .error(
                                place,
                                "required",
                                "required target field '" + whole + "' of "
                                        + Objects.requireNonNull(schema).file() + " has no rule");
            }
        }
    }

    private Plan plan(TargetNode node, Scope scope, Place place) {
        Yaml rule = node.rule();
        if (context.targetIsXml() && !XmlText.isName(node.name())) {
            context.problems()
                    .error(place, "target", "'" + node.name() + "' is no name of an XML element or attribute");
        }
        checkPrefix(node.name(), place);
        Name name = new Name(node.name(), context.charset());
        if (rule == null) {
            return new Plan.Group(
                    name, node.path(), node.demanded(), Condition.ALWAYS, place, fields(node, scope, place));
        }
        if (!(rule instanceof Yaml.Dict dict)) {
            return field(node, name, rule, scope);
        }
        if (dict.has("each") && dict.has("rules")) {
            return each(node, name, dict, scope);
        }
        if (dict.has("rules")) {
            return group(node, name, dict, scope);
        }
        return dict.has("rest") ? rest(node, name, dict, scope) : field(node, name, rule, scope);
    }

    private void checkPrefix(String name, Place place) {
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(name.startsWith("@") ? 1 : 0, colon);
        if (context.targetIsXml() && !prefix.isEmpty() && !context.prefixes().contains(prefix)) {
            context.problems()
                    .error(
                            place,
                            "target",
                            "prefix '" + prefix + "' of '" + name + "' is not declared under target.namespaces");
        }
    }

    private Plan field(TargetNode node, Name name, Yaml rule, Scope scope) {
        FieldRule compiled = RuleCompiler.compile(rule, scope, node.path(), node.schema());
        if (rule instanceof Yaml.Dict dict && dict.get("sign") instanceof Yaml.Scalar scheme) {
            return new Plan.Signed(name, node.path(), node.demanded(), compiled, scheme.text(), List.of());
        }
        return new Plan.Field(name, node.path(), node.demanded(), compiled);
    }

    private Plan group(TargetNode node, Name name, Yaml.Dict dict, Scope scope) {
        Clauses.check(dict, context.problems());
        onlyWith(dict, "rules", List.of("if", "rules", "description"));
        Draft draft = new Draft(dict, scope, node.path(), node.schema());
        Condition guard = RuleCompiler.guard(draft);
        Plan.Fields fields =
                context.guards().under(guard, scope, () -> compile(rulesOf(dict), scope, node.schema(), node.path()));
        return new Plan.Group(name, node.path(), node.demanded(), guard, dict.place(), fields);
    }

    private void onlyWith(Yaml.Dict dict, String clause, List<String> allowed) {
        for (String other : dict.entries().keySet()) {
            if (!allowed.contains(other) && Clauses.all().contains(other)) {
                context.problems()
                        .error(
                                dict.placeOf(other),
                                "clause",
                                "clauses '" + clause + "' and '" + other + "' cannot meet");
            }
        }
    }

    private Yaml.Dict rulesOf(Yaml.Dict dict) {
        if (dict.get("rules") instanceof Yaml.Dict rules) {
            return rules;
        }
        context.problems().error(dict.placeOf("rules"), "clause", "'rules' is a map of target paths");
        return new Yaml.Dict(new java.util.LinkedHashMap<>(), dict.place());
    }

    Plan.Each each(TargetNode node, Name name, Yaml.Dict dict, Scope scope) {
        Clauses.check(dict, context.problems());
        onlyWith(dict, "each", List.of("if", "each", "where", "rules", "required", "missing", "description"));
        Draft draft = new Draft(dict, scope, node.path(), null);
        Condition guard = RuleCompiler.guard(draft);
        return context.guards().under(guard, scope, () -> guardedEach(node, name, draft, guard));
    }

    private Plan.Each guardedEach(TargetNode node, Name name, Draft draft, Condition guard) {
        Yaml.Dict dict = draft.clauses();
        ReaderCompiler.Array array = ReaderCompiler.array(draft);
        Yaml where = dict.get("where");
        if (where != null) {
            draft.turn(Reach.DROPPED, dict.place());
        }
        Schema items = node.schema() == null ? null : node.schema().items();
        return new Plan.Each(
                name,
                node.path(),
                node.demanded(),
                arrayRule(draft, array, guard),
                where == null ? Condition.ALWAYS : new ConditionParser(array.scope()).parse(where),
                compile(rulesOf(dict), array.scope(), items, node.path() + "[]"));
    }

    private FieldRule arrayRule(Draft draft, ReaderCompiler.Array array, Condition guard) {
        String policy = draft.text("missing");
        return new FieldRule(
                draft.clauses().place(),
                draft.target(),
                List.copyOf(draft.reads()),
                guard,
                array.source(),
                new Step[0],
                null,
                new Step[0],
                null,
                draft.flag("required"),
                policy == null
                        ? context.missing()
                        : RuleCompiler.policy(policy, draft.placeOf("missing"), draft.problems()),
                FieldRule.Form.ANY,
                new FieldRule.Check[0]);
    }

    private Plan rest(TargetNode node, Name name, Yaml.Dict dict, Scope scope) {
        FieldRule rule = RuleCompiler.compile(dict, scope, node.path(), node.schema());
        context.hasRest(true);
        return new Plan.Rest(name, node.path(), node.demanded(), rule, new RestReader(context.reads(), scope.prefix()));
    }

    /** Gives every signed field its finished siblings. */
    static Plan[] signed(List<Plan> plans) {
        List<Plan.Field> fields = plans.stream()
                .filter(Plan.Field.class::isInstance)
                .map(Plan.Field.class::cast)
                .toList();
        return plans.stream()
                .map(plan -> plan instanceof Plan.Signed signed
                        ? new Plan.Signed(
                                signed.name(),
                                signed.target(),
                                signed.demanded(),
                                signed.rule(),
                                signed.scheme(),
                                fields)
                        : plan)
                .toArray(Plan[]::new);
    }
}
