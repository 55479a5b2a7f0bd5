package org.hotlinegateway.mapping;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            "tables",
            "each",
            "where",
            "rules",
            "unmapped",
            "reverse",
            "tests");
    private static final List<String> FORMATS = List.of("json", "xml", "form", "json-in-text");
    private static final List<String> FORMAT_KEYS =
            List.of("format", "schema", "root", "encoding", "field", "unencodable", "namespaces");

    private final MappingFolder folder;
    private final Problems problems;
    private final String path;
    private final FileContext context;

    MappingCompiler(MappingFolder folder, Problems problems, String path) {
        this.folder = folder;
        this.problems = problems;
        this.path = path;
        this.context = new FileContext(path, problems);
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
        checkKeys(dict, KEYS, "key");
        checkHead(dict);
        Format source = format(dict, "source");
        Format target = format(dict, "target");
        Schema sourceSchema = schema(source);
        Schema targetSchema = schema(target);
        settings(dict, source, target);
        new TablesCompiler(folder, context).compile(dict.get("tables"));
        MappingFile file = new MappingFile(
                path,
                nameOf(path),
                text(dict, "title", ""),
                source,
                target,
                sourceSchema,
                targetSchema,
                tests(dict),
                context.reachable(),
                texts(dict.get("unmapped")));
        Scope scope = Scope.top(context, sourceSchema);
        Program program = rules(dict, file, scope);
        new FileChecks(context, file, dict).check();
        if (dict.has("reverse")) {
            new ReverseCompiler(folder, context, file, dict).compile();
        }
        return program;
    }

    private Program rules(Yaml.Dict dict, MappingFile file, Scope scope) {
        TargetCompiler compiler = new TargetCompiler(context);
        DocumentReader reader = DocumentReaders.of(file.source());
        TargetFactory targets = TargetFactory.of(file.target());
        if (!(dict.get("rules") instanceof Yaml.Dict rules)) {
            problems.error(dict.place(), "shape", "key 'rules' is missing: a map of target paths");
            return new Program(
                    file, reader, targets, new Plan.Fields(new Plan[0]), null, context.zone(), context.reads());
        }
        if (!dict.has("each")) {
            Plan.Fields fields = compiler.compile(rules, scope, file.targetSchema(), "");
            return new Program(file, reader, targets, fields, null, context.zone(), context.reads());
        }
        LinkedHashMap<String, Yaml.Entry> each = new LinkedHashMap<>(dict.entries());
        each.keySet().retainAll(List.of("each", "where", "rules"));
        TargetNode node = new TargetNode("", "", file.targetSchema(), true);
        Plan.Each plan =
                compiler.each(node, new Name("", context.charset()), new Yaml.Dict(each, dict.placeOf("each")), scope);
        return new Program(file, reader, targets, new Plan.Fields(new Plan[0]), plan, context.zone(), context.reads());
    }

    private void checkKeys(Yaml.Dict dict, List<String> keys, String what) {
        for (Map.Entry<String, Yaml.Entry> entry : dict.each()) {
            if (!keys.contains(entry.getKey())) {
                problems.error(
                        entry.getValue().key().place(),
                        "unknown-key",
                        "unknown " + what + " '" + entry.getKey() + "'. Expected: " + String.join(", ", keys) + "."
                                + Near.hint(entry.getKey(), keys));
            }
        }
    }

    private void checkHead(Yaml.Dict dict) {
        String language = text(dict, "language", "");
        if (!language.equals("1")) {
            problems.error(dict.placeOf("language"), "language", "'language' must be 1, found '" + language + "'");
        }
        String name = text(dict, "mapping", "");
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

    private String text(Yaml.Dict dict, String key, String otherwise) {
        Yaml node = dict.get(key);
        if (node == null) {
            return otherwise;
        }
        if (node instanceof Yaml.Scalar scalar) {
            return scalar.text();
        }
        problems.error(node.place(), "shape", "'" + key + "' is text, found " + node.kind());
        return otherwise;
    }

    private @Nullable String optional(Yaml.Dict dict, String key) {
        return dict.has(key) ? text(dict, key, "") : null;
    }

    private Format format(Yaml.Dict dict, String key) {
        if (!(dict.get(key) instanceof Yaml.Dict block)) {
            problems.error(
                    dict.placeOf(key),
                    "shape",
                    "key '" + key + "' is missing, for example " + key + ": { format: json }");
            return Format.json(dict.place());
        }
        checkKeys(block, FORMAT_KEYS, "key of " + key);
        String kind = text(block, "format", "");
        if (!FORMATS.contains(kind)) {
            problems.error(
                    block.placeOf("format"),
                    "format",
                    "'format' is " + String.join(", ", FORMATS) + ", found '" + kind + "'." + Near.hint(kind, FORMATS));
        }
        String encoding = optional(block, "encoding");
        checkFormat(block, kind, key, encoding);
        return new Format(
                kind,
                optional(block, "schema"),
                optional(block, "root"),
                charset(encoding, block),
                encoding,
                optional(block, "field"),
                unencodable(block),
                namespaces(block),
                dict.placeOf(key));
    }

    private Charset charset(@Nullable String encoding, Yaml.Dict block) {
        try {
            return encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            problems.error(block.placeOf("encoding"), "format", "no charset '" + encoding + "'");
            return StandardCharsets.UTF_8;
        }
    }

    private void checkFormat(Yaml.Dict block, String kind, String key, @Nullable String encoding) {
        if (kind.startsWith("json") && encoding != null) {
            problems.error(
                    block.placeOf("encoding"), "format", "JSON is always UTF-8: no 'encoding' for format " + kind);
        }
        if (kind.equals("xml") && key.equals("target") && !block.has("root")) {
            problems.error(block.place(), "format", "an XML target needs 'root', the name of its root element");
        }
        if (kind.equals("json-in-text") && !block.has("field")) {
            problems.error(block.place(), "format", "format json-in-text needs 'field', the field that holds the text");
        }
    }

    private String unencodable(Yaml.Dict block) {
        String policy = text(block, "unencodable", "error");
        if (List.of("error", "reference", "substitute").contains(policy)) {
            return policy;
        }
        problems.error(
                block.placeOf("unencodable"),
                "format",
                "'unencodable' is error, reference or substitute, found '" + policy + "'");
        return "error";
    }

    private static Map<String, String> namespaces(Yaml.Dict block) {
        Map<String, String> namespaces = new LinkedHashMap<>();
        if (block.get("namespaces") instanceof Yaml.Dict dict) {
            dict.each().forEach(entry -> {
                if (entry.getValue().value() instanceof Yaml.Scalar uri) {
                    namespaces.put(entry.getKey(), uri.text());
                }
            });
        }
        return namespaces;
    }

    private @Nullable Schema schema(Format format) {
        try {
            return format.schema() == null ? null : folder.schema(format.schema());
        } catch (SyntaxFault fault) {
            problems.error(format.place(), "schema", fault.text());
            return null;
        }
    }

    private void settings(Yaml.Dict dict, Format source, Format target) {
        Zone zone = zone(dict, "zone");
        context.zones(zone == null ? context.zone() : zone, zone(dict, "sourceZone"));
        String missing = optional(dict, "missing");
        if (missing != null) {
            context.missing(RuleCompiler.policy(missing, dict.placeOf("missing"), problems));
        }
        context.charset(target.charset());
        context.sourceIsXml(source.isXml());
        context.targetIsXml(target.isXml());
        context.contextNames().addAll(texts(dict.get("context")));
        context.sentinels().addAll(texts(dict.get("sentinels")));
    }

    private static List<String> texts(@Nullable Yaml list) {
        List<String> texts = new ArrayList<>();
        for (Yaml item : list instanceof Yaml.Seq seq ? seq.items() : List.<Yaml>of()) {
            texts.add(item instanceof Yaml.Scalar scalar ? scalar.text() : "");
        }
        return texts;
    }

    private @Nullable Zone zone(Yaml.Dict dict, String key) {
        String name = optional(dict, key);
        try {
            return name == null ? null : Zone.of(name);
        } catch (DateTimeException e) {
            problems.error(dict.placeOf(key), "zone", "no time zone '" + name + "'");
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
