package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the way back of one rule: its reader, then its clauses in the order of the phases. */
final class RuleReverser {
    private final Yaml.Dict clauses;
    private final Draft draft;
    private final ReverseTables tables;
    private final String target;

    private RuleReverser(Yaml.Dict clauses, Draft draft, ReverseTables tables, String target) {
        this.clauses = clauses;
        this.draft = draft;
        this.tables = tables;
        this.target = target;
    }

    static WayBack reverse(Yaml rule, Scope scope, @Nullable Schema schema, ReverseTables tables, String target) {
        if (rule instanceof Yaml.Dict dict) {
            Draft draft = new Draft(dict, scope, target, schema);
            return new RuleReverser(dict, draft, tables, target).way();
        }
        return rule instanceof Yaml.Scalar scalar ? moved(scalar, scope, schema) : WayBack.none("is no rule");
    }

    private static WayBack moved(Yaml.Scalar scalar, Scope scope, @Nullable Schema schema) {
        WayBack way = path(scope.path(scalar.text(), scalar.place()), scope);
        typed(way, scope, schema == null ? null : schema.scalarType());
        return way;
    }

    private WayBack way() {
        WayBack way = reader();
        if (clauses.has("if")) {
            way.partly("only where its guard holds");
        }
        if (!way.isNone()) {
            new StepReverser(draft, way, tables, target).undo();
        }
        return way;
    }

    private WayBack reader() {
        if (clauses.has("each")) {
            return WayBack.none("a text made of each element");
        }
        for (Map.Entry<String, Yaml.Entry> entry : clauses.each()) {
            if (Clauses.READERS.contains(entry.getKey())) {
                return reader(entry.getKey(), entry.getValue().value());
            }
        }
        return WayBack.none("reads nothing");
    }

    private WayBack reader(String clause, Yaml node) {
        return switch (clause) {
            case "from" -> from(node);
            case "first" -> first(node);
            case "list" -> list(node);
            case "text" -> TemplateReverser.reverse(draft, node, this::inner);
            case "const" -> WayBack.none("a constant, no source value");
            case "count" -> WayBack.none("a count does not tell the elements");
            case "when", "choose" -> WayBack.none("a condition is not told by its outcome");
            case "fn" -> function(node);
            case "expr" -> WayBack.none("an expression has no inverse");
            case "sign" -> WayBack.none("filled by the signer of the peer");
            default -> WayBack.none("clause '" + clause + "' has no way back");
        };
    }

    private WayBack inner(Yaml node) {
        return reverse(node, draft.scope(), null, tables, target);
    }

    private Path read(Yaml node) {
        return draft.scope().path(draft.textOf(node, "a path"), node.place());
    }

    private WayBack from(Yaml node) {
        if (!(node instanceof Yaml.Seq seq)) {
            return path(read(node), draft.scope());
        }
        WayBack way = new WayBack();
        List<Put> puts = new ArrayList<>();
        for (Yaml item : seq) {
            WayBack part = path(read(item), draft.scope());
            way.join(part);
            puts.add(part.put());
        }
        way.put(Puts.keys(puts));
        return way;
    }

    /** Straight back to one path. */
    static WayBack path(Path path, Scope scope) {
        if (path.isContext()) {
            return WayBack.none("$" + path.context() + " is no source field");
        }
        if (path.up() > 0) {
            return WayBack.none("'" + path.text() + "' lies outside the element");
        }
        WayBack way = new WayBack();
        way.to(path);
        way.put(Puts.at(path, scope.quietly(path)));
        if (path.steps().isEmpty()) {
            way.partly("an element without a value leaves no trace");
        }
        if (path.steps().stream().anyMatch(Path.Item.class::isInstance)) {
            way.partly("the other elements of the array are not in the target");
        }
        return way;
    }

    /** The written form of a number or truth value is lost when the source holds it as text. */
    static void typed(WayBack way, Scope scope, ConvertSteps.@Nullable Type type) {
        Path path = way.path();
        Schema source = path == null ? null : scope.quietly(path);
        boolean text = source == null || source.scalarType() == ConvertSteps.Type.TEXT;
        if (text && type != null && type != ConvertSteps.Type.TEXT) {
            way.partly("how the " + type.word() + " was written is lost");
        }
    }

    private WayBack function(Yaml node) {
        Function function = Functions.of(draft.textOf(node, "the name of a function"));
        String name = function == null ? null : function.inverse();
        Function inverse = name == null ? null : Functions.of(name);
        if (inverse == null
                || !(clauses.get("args") instanceof Yaml.Seq args)
                || args.items().size() != 1) {
            return WayBack.none("the function has no inverse");
        }
        WayBack way = inner(args.items().get(0));
        way.undo(Undo.onEach((value, frame) -> inverse.body().apply(List.of(inverse.fit(value, 0)))));
        return way;
    }

    private WayBack first(Yaml node) {
        List<Puts.Choice> choices = new ArrayList<>();
        WayBack way = new WayBack();
        for (Yaml item : node instanceof Yaml.Seq seq ? seq.items() : List.of(node)) {
            WayBack choice = inner(item);
            if (!choice.isNone()) {
                choices.add(new Puts.Choice(choice.path(), choice.put()));
                way.join(choice);
            }
        }
        if (choices.isEmpty()) {
            return WayBack.none("none of its sources has a way back");
        }
        way.partly("which of its sources gave the value is lost");
        way.put(Puts.first(choices));
        return way;
    }

    private WayBack list(Yaml node) {
        List<Put> puts = new ArrayList<>();
        WayBack way = new WayBack();
        for (Yaml item : node instanceof Yaml.Seq seq ? seq.items() : List.of(node)) {
            WayBack part = inner(item);
            way.join(part);
            puts.add(part.put());
        }
        way.partly("a missing element lets the others move up");
        way.put(Puts.list(puts));
        return way;
    }
}
