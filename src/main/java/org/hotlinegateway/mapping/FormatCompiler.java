package org.hotlinegateway.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compiles the {@code source:} and {@code target:} blocks. */
final class FormatCompiler {
    private static final List<String> FORMATS = List.of("json", "xml", "form", "json-in-text");
    private static final List<String> FORMAT_KEYS =
            List.of("format", "schema", "root", "encoding", "field", "unencodable", "namespaces");

    private static final Map<String, Set<String>> TAKEN = Map.of(
            "json", Set.of("format", "schema", "root"),
            "xml", Set.of("format", "schema", "root", "encoding", "unencodable", "namespaces"),
            "form", Set.of("format", "schema", "encoding"),
            "json-in-text", Set.of("format", "schema", "root", "field"));

    private final FileKeys keys;
    private final Problems problems;

    FormatCompiler(FileKeys keys) {
        this.keys = keys;
        this.problems = keys.problems();
    }

    Format compile(Yaml.Dict dict, String key) {
        if (!(dict.get(key) instanceof Yaml.Dict block)) {
            problems.error(
                    dict.placeOf(key),
                    "shape",
                    "key '" + key + "' is missing, for example " + key + ": { format: json }");
            return Format.json(dict.place());
        }
        keys.checkKeys(block, FORMAT_KEYS, "key of " + key);
        String kind = keys.text(block, "format", "");
        if (!FORMATS.contains(kind)) {
            problems.error(
                    block.placeOf("format"),
                    "format",
                    "'format' is " + String.join(", ", FORMATS) + ", found '" + kind + "'." + Near.hint(kind, FORMATS));
        }
        String encoding = keys.optional(block, "encoding");
        checkFormat(block, kind, key, encoding);
        checkTaken(block, kind);
        return new Format(
                kind,
                keys.optional(block, "schema"),
                keys.optional(block, "root"),
                charset(encoding, block),
                encoding,
                keys.optional(block, "field"),
                unencodable(block),
                namespaces(block),
                dict.placeOf(key));
    }

    private Charset charset(@Nullable String encoding, Yaml.Dict block) {
        try {
            return encoding == null ? StandardCharsets.UTF_8 : Charsets.named(encoding);
        } catch (SyntaxFault e) {
            problems.error(block.placeOf("encoding"), "format", e.text());
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

    /** A key the format has no use for is a misunderstanding. */
    private void checkTaken(Yaml.Dict block, String kind) {
        Set<String> taken = TAKEN.getOrDefault(kind, Set.copyOf(FORMAT_KEYS));
        for (String name : block.entries().keySet()) {
            boolean told = name.equals("encoding");
            if (FORMAT_KEYS.contains(name) && !taken.contains(name) && !told) {
                problems.error(
                        block.placeOf(name),
                        "format",
                        "format " + kind + " has no '" + name + "', but: " + String.join(", ", new TreeSet<>(taken)));
            }
        }
        if (kind.startsWith("json") && block.has("root") && !"array".equals(keys.text(block, "root", ""))) {
            problems.error(block.placeOf("root"), "format", "the root of format " + kind + " is 'array' or not given");
        }
    }

    private String unencodable(Yaml.Dict block) {
        String policy = keys.text(block, "unencodable", "error");
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
}
