package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles one mapping file; every problem found is told. */
final class MappingCompiler {
    private static final List<String> KEYS = List.of(
            "language",
            "mapping",
            "version",
            "title",
            "description",
            "source",
            "target",
            "zone",
            "sourceZone",
            "missing",
            "context",
            "sentinels",
            "expressions",
            "tables",
            "each",
            "where",
            "rules",
            "unmapped",
            "reverse",
            "tests");
    private final MappingFolder folder;
    private final Problems problems;
    private final String path;
    private final FileContext context;
    private final FileKeys head;

    MappingCompiler(MappingFolder folder, Problems problems, String path) {
        this.folder = folder;
        this.problems = problems;
        this.path = path;
        this.context = new FileContext(path, problems);
        this.head = new FileKeys(problems);
    }

    /** The program; null when the file has errors. */
    @Nullable
    Program compile() {
        int before = errors();
        Yaml root = new YamlReader(path, problems).read(folder.text(path));
        if (!(root instanceof Yaml.Dict dict)) {
            if (errors() == before) {
                problems.error(new Place(path, 1, 1), "shape", "a mapping file is a map of keys");
            }
            return null;
        }
        Program program = program(dict);
        return errors() > before ? null : program;
    }

    FileContext context() {
        return context;
    }

    private int errors() {
        return (int) problems.sorted().stream().filter(MappingProblem::isError).count();
    }

    private Program program(Yaml.Dict dict) {
        head.checkKeys(dict, KEYS, "key");
        checkHead(dict);
        FormatCompiler formats = new FormatCompiler(head);
        Format source = formats.compile(dict, "source");
        Format target = formats.compile(dict, "target");
        Schema sourceSchema = schema(source);
        Schema targetSchema = schema(target);
        new SettingsCompiler(context, head).compile(dict, source, target);
        new TablesCompiler(folder, context).compile(dict.get("tables"));
        MappingFile file = new MappingFile(
                path,
                nameOf(path),
                head.text(dict, "title", ""),
                source,
                target,
                sourceSchema,
                targetSchema,
                tests(dict),
                context.reachable(),
                SettingsCompiler.texts(dict.get("unmapped")));
        Scope scope = Scope.top(context, sourceSchema);
        Program program = rules(dict, file, scope);
        new FileChecks(context, file, dict).check(program);
        if (dict.has("reverse")) {
            new ReverseCompiler(folder, context, file, dict).compile();
        }
        return program;
    }

    private Program rules(Yaml.Dict dict, MappingFile file, Scope scope) {
        if (!(dict.get("rules") instanceof Yaml.Dict declared)) {
            noRules(dict);
            TargetFactory nothing = TargetFactory.of(file.target(), TargetFactory.NOTHING);
            return program(file, nothing, TargetFactory.NOTHING, null);
        }
        checkForms(dict, file);
        TargetCompiler compiler = new TargetCompiler(context);
        Envelope envelope = Envelope.of(file.target(), declared);
        boolean inText = file.target().kind().equals("json-in-text");
        Yaml.Dict rules = inText ? envelope.message() : declared;
        Plan.Fields around = inText ? envelope.compile(compiler, context, scope) : TargetFactory.NOTHING;
        TargetFactory targets = TargetFactory.of(file.target(), around);
        return dict.has("each")
                ? program(file, targets, TargetFactory.NOTHING, rootArray(dict, rules, file, scope))
                : program(file, targets, compiler.compile(rules, scope, file.targetSchema(), ""), null);
    }

    private void noRules(Yaml.Dict dict) {
        Yaml found = dict.get("rules");
        if (found == null) {
            problems.error(dict.place(), "shape", "key 'rules' is missing: a map of target paths");
        } else {
            problems.error(
                    found.place(),
                    "shape",
                    "'rules' is a map of target paths, found " + found.kind() + FullWidth.hint(text(found)));
        }
    }

    private Plan.Each rootArray(Yaml.Dict dict, Yaml.Dict rules, MappingFile file, Scope scope) {
        LinkedHashMap<String, Yaml.Entry> each = new LinkedHashMap<>(dict.entries());
        each.keySet().retainAll(List.of("each", "where", "rules"));
        each.put("rules", new Yaml.Entry(new Yaml.Scalar("rules", true, dict.placeOf("rules")), rules));
        TargetNode node = new TargetNode("", "", file.targetSchema(), true);
        return new TargetCompiler(context)
                .each(node, new Name("", context.charset()), new Yaml.Dict(each, dict.placeOf("each")), scope);
    }

    /** Comes last, as it asks what the rules read. */
    private Program program(MappingFile file, TargetFactory targets, Plan.Fields fields, Plan.@Nullable Each each) {
        DocumentReader reader = DocumentReaders.of(file.source());
        Wanted wanted = wanted(file.sourceSchema());
        return new Program(file, reader, targets, fields, each, context.zone(), context.reads(), wanted);
    }

    /** Fields left out on purpose are not among the readings yet, so that no reader keeps them. */
    private Wanted wanted(@Nullable Schema source) {
        return Wanted.of(context.reads(), context.hasRest(), source);
    }

    private void checkForms(Yaml.Dict dict, MappingFile file) {
        boolean array = file.target().isRootArray();
        if (dict.has("each") && !array) {
            problems.error(
                    dict.placeOf("each"), "format", "'each' at the top makes an array: say target: { root: array }");
        } else if (array && !dict.has("each")) {
            problems.error(
                    file.target().place(), "format", "an array at the root needs 'each' at the top, the path it walks");
        }
    }

    private static String text(Yaml node) {
        return node instanceof Yaml.Scalar scalar ? scalar.text() : "";
    }

    private void checkHead(Yaml.Dict dict) {
        String language = head.text(dict, "language", "");
        if (!language.equals("1")) {
            problems.error(dict.placeOf("language"), "language", "'language' must be 1, found '" + language + "'");
        }
        String name = head.text(dict, "mapping", "");
        if (!name.equals(nameOf(path))) {
            problems.error(
                    dict.placeOf("mapping"),
                    "name",
                    "'mapping' must be the file's name '" + nameOf(path) + "', found '" + name + "'");
        }
    }

    static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.map\\.yaml$", "");
    }

    private @Nullable Schema schema(Format format) {
        try {
            return format.schema() == null ? null : folder.schema(format.schema());
        } catch (SyntaxFault fault) {
            problems.error(format.place(), "schema", fault.text());
            return null;
        }
    }

    private List<Yaml.Dict> tests(Yaml.Dict dict) {
        List<Yaml.Dict> tests = new ArrayList<>();
        for (Yaml item : dict.get("tests") instanceof Yaml.Seq seq ? seq.items() : List.<Yaml>of()) {
            if (item instanceof Yaml.Dict test) {
                tests.add(test);
            } else {
                problems.error(item.place(), "tests", "a test is a map with name, in, expect or error");
            }
        }
        return tests;
    }
}
