package org.hotlinegateway.mapping;

import org.jspecify.annotations.Nullable;

/** The way back of an {@code each} with rules: its array, the scope of its elements, which of them it shows. */
final class EachReverser {
    private final WayBack way;
    private final Scope scope;
    private final @Nullable Path existing;
    private final Condition where;

    EachReverser(Yaml.Dict clauses, Scope outer) {
        Draft draft = new Draft(clauses, outer, "", null);
        this.scope = ReaderCompiler.array(draft).scope();
        Yaml each = clauses.get("each");
        this.existing = each instanceof Yaml.Scalar ? draft.reads().get(0) : null;
        this.way = each instanceof Yaml.Dict dict
                ? records(dict, draft)
                : array(draft.reads().get(0), outer);
        Yaml condition = clauses.get("where");
        this.where = condition == null ? Condition.ALWAYS : new ConditionParser(scope).parse(condition);
        if (condition != null) {
            way.partly("elements its 'where' leaves out are not in the target");
        }
        if (clauses.has("if")) {
            way.partly("only where its guard holds");
        }
    }

    private static WayBack array(Path path, Scope scope) {
        WayBack way = RuleReverser.path(path, scope);
        if (!way.isNone()) {
            way.put(Puts.at(path, null));
        }
        return way;
    }

    private static WayBack records(Yaml.Dict dict, Draft draft) {
        if (!dict.has("from")) {
            return WayBack.none("its elements come from several fields");
        }
        Path path = draft.reads().get(0);
        WayBack way = RuleReverser.path(path, draft.scope());
        if (way.isNone()) {
            return way;
        }
        way.partly("a separator inside a value cannot be told from one between two");
        ReaderCompiler.Records records = ReaderCompiler.recordsOf(dict);
        way.put(Puts.records(way.put(), records.separator(), records.between(), records.names()));
        return way;
    }

    WayBack way() {
        return way;
    }

    Scope scope() {
        return scope;
    }

    @Nullable
    Path existing() {
        return existing;
    }

    Condition where() {
        return where;
    }
}
