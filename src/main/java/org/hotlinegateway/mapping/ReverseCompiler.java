package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles the way back of a whole file: every rule has a line, those that carry something back have a part. */
final class ReverseCompiler {
    private final MappingFile file;
    private final Yaml.Dict dict;
    private final FileContext context;
    private final FileContext backwards;
    private final ReverseSection section;
    private final ReverseTables tables;
    private final List<Reversal> lines = new ArrayList<>();
    private final Map<String, String> exact = new HashMap<>();

    ReverseCompiler(MappingFolder folder, FileContext forward, MappingFile file, Yaml.Dict dict) {
        this.file = file;
        this.dict = dict;
        this.context = forward.forReverse(false);
        this.backwards = forward.forReverse(true);
        this.section = ReverseSection.of(dict.get("reverse"), context.problems());
        this.tables = new ReverseTables(context, new PreferredRows(folder), section);
    }

    /** The way back of a file; null when the file has errors. */
    static @Nullable Reverse reverse(MappingFolder folder, Problems problems, String path) {
        MappingCompiler compiler = new MappingCompiler(folder, problems, path);
        Program program = compiler.compile();
        if (program == null || !(new YamlReader(path, problems).read(folder.text(path)) instanceof Yaml.Dict dict)) {
            return null;
        }
        ReverseCompiler backwards = new ReverseCompiler(folder, compiler.context(), program.file(), dict);
        List<Back> parts = backwards.compile();
        return new Reverse(program, backwards.lines(), parts);
    }

    /** The rules of one target object. */
    private record Around(
            Scope scope,
            Scope target,
            @Nullable Schema schema,
            String path,
            @Nullable String limit) {}

    List<Reversal> lines() {
        return lines;
    }

    List<Back> compile() {
        Scope scope = Scope.top(context, file.sourceSchema());
        Scope target = Scope.top(backwards, file.targetSchema());
        Around top = new Around(scope, target, file.targetSchema(), "", null);
        List<Back> parts = new ArrayList<>();
        if (dict.has("each")) {
            each(dict, List.of(), top, parts);
        } else if (dict.get("rules") instanceof Yaml.Dict rules) {
            fields(rules, List.of(), top, parts);
        }
        section.checkPaths(lines.stream().map(Reversal::target).toList());
        return ordered(parts);
    }

    /** What is exact overwrites what is not, a whole its parts, what is given by hand both. */
    private static List<Back> ordered(List<Back> parts) {
        return parts.stream()
                .sorted(Comparator.comparingInt(ReverseCompiler::rank)
                        .thenComparing(ReverseCompiler::depth, Comparator.reverseOrder()))
                .toList();
    }

    private static int depth(Back part) {
        boolean exact = part.line().kind() == Reversal.Kind.EXACT;
        return exact && !part.line().sources().isEmpty()
                ? part.line().sources().get(0).split("\\.").length
                : 0;
    }

    private static int rank(Back part) {
        return part instanceof Back.Given ? 2 : part.line().kind() == Reversal.Kind.EXACT ? 1 : 0;
    }

    private void fields(Yaml.Dict rules, List<String> above, Around at, List<Back> parts) {
        for (Map.Entry<String, Yaml.Entry> entry : rules.each()) {
            String key = entry.getKey();
            Place place = entry.getValue().key().place();
            if (key.startsWith("^.")) {
                WayBack way = WayBack.none("stands beside the text that holds the message");
                lines.add(way.line(key, at.scope(), place));
                continue;
            }
            List<String> names = new ArrayList<>(above);
            try {
                names.addAll(
                        TargetPath.parse(entry.getKey(), entry.getValue().key().place()));
                rule(entry.getValue().value(), names, at, parts);
            } catch (SyntaxFault toldByTheRules) {
                continue;
            }
        }
    }

    private void rule(Yaml rule, List<String> names, Around at, List<Back> parts) {
        if (rule instanceof Yaml.Dict clauses && clauses.has("rules")) {
            if (clauses.has("each")) {
                each(clauses, names, at, parts);
            } else if (clauses.get("rules") instanceof Yaml.Dict inner) {
                fields(inner, names, limited(at, clauses), parts);
            }
        } else if (rule instanceof Yaml.Dict clauses && clauses.has("rest")) {
            rest(clauses, names, at, parts);
        } else {
            field(rule, names, at, parts);
        }
    }

    private static Around limited(Around at, Yaml.Dict clauses) {
        String limit = clauses.has("if") ? "only where the guard around it holds" : at.limit();
        return new Around(at.scope(), at.target(), at.schema(), at.path(), limit);
    }

    private static String target(List<String> names, Around at) {
        String below = String.join(".", names);
        return at.path().isEmpty() || below.isEmpty() ? at.path() + below : at.path() + "." + below;
    }

    private static @Nullable Schema schema(List<String> names, Around at) {
        Schema schema = at.schema();
        for (String name : names) {
            schema = schema == null ? null : schema.property(name);
        }
        return schema;
    }

    private void field(Yaml rule, List<String> names, Around at, List<Back> parts) {
        String target = target(names, at);
        Yaml.Scalar check = section.check(target);
        Yaml.Dict given = section.given(target);
        if (check != null) {
            Reversal line = new Reversal(
                    target, List.of(), Reversal.Kind.EXACT, "", check.place().toString());
            add(new Back.Checked(line, names, check.text()), parts);
        } else if (given != null) {
            given(given, target, at, parts);
        } else {
            WayBack way = RuleReverser.reverse(rule, at.scope(), schema(names, at), tables, target);
            Back part = part(way, names, target, at, rule.place());
            once(part.line(), rule.place());
            add(part, parts);
        }
    }

    /** Of two rules that come back into one field the later one wins: told, as nobody sees it in the file. */
    private void once(Reversal line, Place place) {
        boolean whole = line.kind() == Reversal.Kind.EXACT && line.sources().size() == 1;
        String before = whole ? exact.putIfAbsent(line.sources().get(0), line.target()) : null;
        if (before != null && section.isDeclared()) {
            context.problems()
                    .warning(
                            place,
                            "reverse",
                            "'" + before + "' and '" + line.target() + "' both come back into '"
                                    + line.sources().get(0) + "': where they differ, '" + line.target()
                                    + "' wins. Give one of them a way of its own under 'reverse'");
        }
    }

    private static Back part(WayBack way, List<String> names, String target, Around at, Place place) {
        if (at.limit() != null) {
            way.partly(at.limit());
        }
        return new Back.Field(way.line(target, at.scope(), place), names, way.put());
    }

    private void add(Back part, List<Back> parts) {
        lines.add(part.line());
        parts.add(part);
    }

    /** {@code { to: PATH, … }}: a rule in the other direction, its paths are those of the target. */
    private void given(Yaml.Dict given, String target, Around at, List<Back> parts) {
        Yaml to = java.util.Objects.requireNonNull(given.get("to"));
        Path path = at.scope().path(to instanceof Yaml.Scalar scalar ? scalar.text() : "", to.place());
        Schema source = at.scope().quietly(path);
        FieldRule rule =
                RuleCompiler.compile(GivenRule.clauses(given, target, at.path()), at.target(), path.text(), source);
        String place = given.place().toString();
        Reversal line = new Reversal(
                target, List.of(at.scope().absolute(path)), Reversal.Kind.PARTIAL, "given under 'reverse'", place);
        add(new Back.Given(line, rule, Puts.at(path, source)), parts);
    }

    private void rest(Yaml.Dict clauses, List<String> names, Around at, List<Back> parts) {
        WayBack way = new WayBack();
        way.partly("what it collects depends on what the other rules read");
        if (at.limit() != null) {
            way.partly(at.limit());
        }
        add(new Back.Rest(way.line(target(names, at), at.scope(), clauses.place()), names), parts);
    }

    private void each(Yaml.Dict clauses, List<String> names, Around at, List<Back> parts) {
        EachReverser reverser = new EachReverser(clauses, at.scope());
        WayBack way = reverser.way();
        if (at.limit() != null) {
            way.partly(at.limit());
        }
        String target = target(names, at);
        Reversal line = way.line(target, at.scope(), clauses.place());
        lines.add(line);
        Schema schema = schema(names, at);
        Schema items = schema == null ? null : schema.items();
        String limit = way.kind() == Reversal.Kind.EXACT ? null : "inside '" + target + "'";
        Around inside = new Around(reverser.scope(), Scope.top(backwards, items), items, target + "[]", limit);
        List<Back> inner = new ArrayList<>();
        if (clauses.get("rules") instanceof Yaml.Dict rules) {
            fields(rules, List.of(), inside, inner);
        }
        if (!way.isNone()) {
            parts.add(new Back.Each(line, names, reverser.existing(), reverser.where(), way.put(), ordered(inner)));
        }
    }
}
