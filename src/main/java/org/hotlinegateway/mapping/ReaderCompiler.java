package org.hotlinegateway.mapping;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles the phase read. */
final class ReaderCompiler {
    private static final Source NOTHING = frame -> null;

    private final Draft draft;
    private boolean literals = true;

    private ReaderCompiler(Draft draft) {
        this.draft = draft;
    }

    static Source compile(Draft draft) {
        return new ReaderCompiler(draft).source();
    }

    private Source source() {
        Yaml.Dict clauses = draft.clauses();
        if (clauses.has("each")) {
            return each();
        }
        for (Map.Entry<String, Yaml.Entry> entry : clauses.each()) {
            if (Clauses.READERS.contains(entry.getKey())) {
                return reader(entry.getKey(), entry.getValue().value());
            }
        }
        if (Clauses.all().containsAll(clauses.entries().keySet())) {
            draft.error(
                    clauses.place(),
                    "the rule reads nothing. Clauses of phase read: " + String.join(", ", Clauses.READERS) + ", each");
        }
        return NOTHING;
    }

    private Source reader(String clause, Yaml node) {
        return switch (clause) {
            case "from" -> from(node);
            case "first" -> first(node);
            case "list" -> Readers.list(rules(node));
            case "text" -> TemplateCompiler.compile(draft, node);
            case "const" -> constant(node);
            case "count" -> Readers.count(draft.touch(node));
            case "when" -> when(node);
            case "choose" -> choose(node);
            case "expr" -> ExpressionCompiler.compile(draft, node);
            case "fn" -> FunctionCompiler.compile(draft, node);
            default -> NOTHING;
        };
    }

    /** One path; two paths make the key of a table with two keys. */
    private Source from(Yaml node) {
        if (!(node instanceof Yaml.Seq seq)) {
            return draft.read(node);
        }
        if (!draft.has("table")) {
            draft.error(
                    node.place(), "several paths in 'from' make the keys of a 'table'; otherwise use first or list");
        }
        List<Path> paths = seq.items().stream().map(draft::read).toList();
        return frame -> key(paths, frame);
    }

    private static @Nullable Value key(List<Path> paths, Frame frame) {
        StringBuilder key = new StringBuilder();
        for (Path path : paths) {
            String part = Value.scalarText(path.resolve(frame));
            if (part == null || part.isBlank()) {
                return null;
            }
            key.append(key.isEmpty() ? "" : Table.KEY_GLUE).append(part.strip());
        }
        return new Value.Text(key.toString());
    }

    private Source constant(Yaml node) {
        Value value = draft.readLiteral(node);
        return value == null ? frame -> Value.NULL : frame -> value;
    }

    private List<FieldRule> rules(Yaml node) {
        if (!(node instanceof Yaml.Seq seq)) {
            draft.error(node.place(), "expected a list of paths or rules, found " + node.kind());
            return List.of();
        }
        return seq.items().stream().map(this::inner).toList();
    }

    private Source first(Yaml node) {
        List<FieldRule> rules = rules(node);
        Unreachable.afterConstant(draft, node);
        rules.forEach(rule -> draft.turn(Reach.TAKEN, rule.place()));
        return Readers.first(rules);
    }

    /** A rule inside this rule; what it reads counts as read by this one. */
    private FieldRule inner(Yaml node) {
        FieldRule rule = RuleCompiler.compile(node, draft.scope(), draft.target(), null);
        draft.reads().addAll(rule.reads());
        return rule;
    }

    /** A literal, or {@code { from: path }} with any clauses. */
    private FieldRule branchValue(@Nullable Yaml node, Place place) {
        literals &= node instanceof Yaml.Scalar scalar && !scalar.isNull();
        if (node instanceof Yaml.Dict) {
            return inner(node);
        }
        Value value = node == null ? null : draft.readLiteral(node);
        return new FieldRule(
                place,
                draft.target(),
                List.of(),
                Condition.ALWAYS,
                frame -> value,
                new Step[0],
                null,
                new Step[0],
                null,
                false,
                FieldRule.Missing.OMIT,
                FieldRule.Form.ANY,
                new FieldRule.Check[0]);
    }

    private Source when(Yaml node) {
        Yaml then = draft.clauses().get("then");
        if (then == null) {
            draft.error(node.place(), "clause 'when' needs clause 'then'");
        }
        List<Readers.Branch> branches = new ArrayList<>();
        branches.add(branch(condition(node), then, draft.clauses().placeOf("then")));
        Yaml otherwise = draft.clauses().get("else");
        if (otherwise != null && !draft.has("table")) {
            branches.add(otherwise(otherwise, draft.clauses().placeOf("else")));
        }
        return choice(branches);
    }

    /** A branch whose value is read only when its condition holds. */
    private Readers.Branch branch(Condition when, @Nullable Yaml then, Place place) {
        Guards guards = draft.scope().context().guards();
        return new Readers.Branch(when, guards.under(when, draft.scope(), () -> branchValue(then, place)), place);
    }

    private Readers.Branch otherwise(@Nullable Yaml value, Place place) {
        return new Readers.Branch(Condition.ALWAYS, branchValue(value, place), place);
    }

    /** A choice without else may fit no branch. */
    private Source choice(List<Readers.Branch> branches) {
        Place rule = draft.clauses().place();
        Unreachable.check(draft, branches);
        defaulted(branches);
        branches.forEach(branch -> draft.turn(Reach.TAKEN, branch.place()));
        if (branches.stream().noneMatch(branch -> branch.when() == Condition.ALWAYS)) {
            draft.turn(Reach.NO_BRANCH, rule);
        }
        return Readers.choose(branches, rule);
    }

    /** A default behind branches that always give a literal is never asked. */
    private void defaulted(List<Readers.Branch> branches) {
        boolean always = branches.stream().anyMatch(branch -> branch.when() == Condition.ALWAYS);
        if (always && literals && draft.has("default") && draft.isLast(false)) {
            draft.error(draft.placeOf("default"), "unreachable: every branch gives a value");
        }
    }

    private Condition condition(Yaml node) {
        return new ConditionParser(draft.scope()).parse(node);
    }

    private Source choose(Yaml node) {
        List<Readers.Branch> branches = new ArrayList<>();
        for (Yaml item : node instanceof Yaml.Seq seq ? seq.items() : List.of(node)) {
            branch(item, branches);
        }
        return choice(branches);
    }

    private void branch(Yaml item, List<Readers.Branch> branches) {
        if (item instanceof Yaml.Dict dict
                && dict.has("when")
                && dict.has("then")
                && dict.entries().size() == 2) {
            branches.add(branch(
                    condition(java.util.Objects.requireNonNull(dict.get("when"))), dict.get("then"), dict.place()));
        } else if (item instanceof Yaml.Dict dict
                && dict.has("else")
                && dict.entries().size() == 1) {
            branches.add(otherwise(dict.get("else"), dict.place()));
        } else {
            draft.error(item.place(), "a branch is { when: condition, then: value } or { else: value }");
        }
    }

    /** {@code each} with {@code text}: one text for each element. */
    private Source each() {
        Array array = array(draft);
        Yaml.Dict clauses = draft.clauses();
        Yaml where = clauses.get("where");
        Condition condition = where == null ? Condition.ALWAYS : new ConditionParser(array.scope()).parse(where);
        Yaml text = clauses.get("text");
        if (text == null) {
            draft.error(clauses.place(), "clause 'each' needs clause 'rules' or 'text'");
            return NOTHING;
        }
        Draft inner = new Draft(clauses, array.scope(), draft.target(), null);
        if (where != null) {
            draft.turn(Reach.DROPPED, clauses.place());
        }
        return Readers.eachText(array.source(), condition, TemplateCompiler.compile(inner, text), clauses.place());
    }

    /** The array an {@code each} walks and the scope of its elements. */
    record Array(Source source, Scope scope) {}

    static Array array(Draft draft) {
        Yaml each = java.util.Objects.requireNonNull(draft.clauses().get("each"));
        if (!(each instanceof Yaml.Dict dict)) {
            Path path = draft.touch(each);
            return new Array(checkedArray(path, draft), draft.scope().inner(path));
        }
        Yaml list = dict.get("list");
        if (list != null) {
            return listed(list, draft);
        }
        Yaml from = dict.get("from");
        if (from == null) {
            draft.error(
                    dict.place(),
                    "'each' needs a path, { from: PATH, split: ';', fields: 'a|b' } or { list: [PATH, …] }");
            return new Array(NOTHING, draft.scope());
        }
        Path path = draft.read(from);
        return new Array(records(dict, path), draft.scope().records(path));
    }

    /** Several values of one shape make the array; what is missing is no element. Rules name fields of the first. */
    private static Array listed(Yaml node, Draft draft) {
        List<Yaml> nodes = node instanceof Yaml.Seq seq && !seq.items().isEmpty() ? seq.items() : List.of(node);
        List<Path> paths = new ArrayList<>();
        for (Yaml item : nodes) {
            paths.add(paths.isEmpty() ? draft.touch(item) : draft.read(item));
        }
        Source source = frame -> new Value.Arr(paths.stream()
                .map(path -> path.resolve(frame))
                .filter(value -> !Value.isMissing(value))
                .toList());
        return new Array(source, draft.scope().inner(paths.get(0)));
    }

    /** XML cannot tell one element from an array of one; in JSON a single value is a mistake of the sender. */
    private static Source checkedArray(Path path, Draft draft) {
        boolean lenient = draft.scope().context().sourceIsXml();
        return frame -> {
            Value value = path.resolve(frame);
            if (!lenient && value != null && !(value instanceof Value.Arr) && !Value.isMissing(value)) {
                throw new FieldFault(FieldError.Code.TYPE, "is " + value.kind() + ", expected an array");
            }
            return value instanceof Value.Null || value instanceof Value.Text && Value.isMissing(value) ? null : value;
        };
    }

    private static Source records(Yaml.Dict dict, Path path) {
        Records records = recordsOf(dict);
        return Readers.records(
                path::resolve,
                Pattern.compile(Pattern.quote(records.separator())),
                Pattern.compile(Pattern.quote(records.between())),
                records.names());
    }

    /** How records stand in a text: what separates them, what stands between their fields. */
    record Records(String separator, String between, List<String> names) {}

    static Records recordsOf(Yaml.Dict dict) {
        String separator = dict.get("split") instanceof Yaml.Scalar split ? split.text() : ";";
        String fields = dict.get("fields") instanceof Yaml.Scalar names ? names.text() : "";
        String inner = fields.replaceAll("[\\p{L}\\p{N}_@-]", "");
        String between = inner.isEmpty() ? "|" : inner.substring(0, 1);
        List<String> names =
                fields.isEmpty() ? List.of() : List.of(fields.split(java.util.regex.Pattern.quote(between)));
        return new Records(separator, between, names);
    }
}
