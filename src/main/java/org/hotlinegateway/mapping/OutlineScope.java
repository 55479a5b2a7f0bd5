package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles one rule by itself, inside the {@code each} rules around it, and knows which source fields it reads. */
final class OutlineScope {
    private final FileContext context;
    private final List<Level> levels = new ArrayList<>();
    private final Map<String, MappingOutline.Field> reads = new LinkedHashMap<>();
    private final Map<String, MappingOutline.Field> looks = new LinkedHashMap<>();

    /** @param prefix what a path of this scope begins with, seen from the root of the message */
    private record Level(Scope scope, String prefix, Set<String> names) {}

    OutlineScope(MappingFile file, Map<String, Table> tables, Yaml.Dict dict, List<Yaml.Dict> eaches) {
        context = new FileContext(file.path(), new Problems());
        context.tables().putAll(tables);
        context.sourceIsXml(file.source().isXml());
        if (dict.get("context") instanceof Yaml.Seq names) {
            names.forEach(name -> context.contextNames().add(name instanceof Yaml.Scalar text ? text.text() : ""));
        }
        levels.add(new Level(Scope.top(context, file.sourceSchema()), "", Set.of()));
        eaches.forEach(this::enter);
    }

    private Scope scope() {
        return levels.get(levels.size() - 1).scope();
    }

    private void enter(Yaml.Dict each) {
        Draft draft = new Draft(each, scope(), "", null);
        ReaderCompiler.Array array = ReaderCompiler.array(draft);
        String prefix = draft.reads().isEmpty() ? "" : absolute(draft.reads().get(0)) + "[]";
        Set<String> names = new LinkedHashSet<>();
        leaves(context.reads(), "", names);
        levels.add(new Level(array.scope(), prefix, names));
    }

    void compile(Yaml.Dict clauses, String target, @Nullable Schema schema) {
        List<Path> paths = clauses.has("rules") ? ofGroup(clauses, target) : ofRule(clauses, target, schema);
        for (Path path : paths) {
            MappingOutline.Field field = new MappingOutline.Field(absolute(path), title(path));
            reads.putIfAbsent(field.path(), field);
        }
        Set<String> touched = new LinkedHashSet<>();
        leaves(context.reads(), "", touched);
        touched.removeAll(levels.get(levels.size() - 1).names());
        reads.keySet().forEach(path -> touched.remove(path.replaceAll("\\[[^]]*]", "")));
        touched.forEach(path -> looks.put(path, new MappingOutline.Field(path, titleAt(path))));
    }

    private List<Path> ofRule(Yaml.Dict clauses, String target, @Nullable Schema schema) {
        return RuleCompiler.compile(clauses, scope(), target, schema).reads();
    }

    private List<Path> ofGroup(Yaml.Dict clauses, String target) {
        Draft draft = new Draft(clauses, scope(), target, null);
        RuleCompiler.guard(draft);
        if (clauses.has("each")) {
            Scope inner = ReaderCompiler.array(draft).scope();
            Yaml where = clauses.get("where");
            if (where != null) {
                new ConditionParser(inner).parse(where);
            }
        }
        return draft.reads();
    }

    List<MappingOutline.Field> reads() {
        return List.copyOf(reads.values());
    }

    List<MappingOutline.Field> looks() {
        return List.copyOf(looks.values());
    }

    private String absolute(Path path) {
        if (path.isContext()) {
            return path.text();
        }
        String prefix = levels.get(Math.max(0, levels.size() - 1 - path.up())).prefix();
        StringBuilder text = new StringBuilder(prefix);
        for (Path.Step step : path.steps()) {
            if (step instanceof Path.Item item) {
                text.append('[').append(item.index()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(((Path.Field) step).name());
            }
        }
        return text.isEmpty() ? "." : text.toString();
    }

    private String title(Path path) {
        Schema schema = scope().quietly(path);
        return schema == null ? "" : schema.title();
    }

    private String titleAt(String path) {
        Schema at = levels.get(0).scope().quietly(new Path(".", 0, List.of(), null, new Place("", 1, 1)));
        for (String name : path.split("\\.")) {
            at = at == null ? null : at.isArray() && at.items() != null ? at.items() : at;
            at = at == null ? null : at.property(name);
        }
        return at == null ? "" : at.title();
    }

    private static void leaves(ReadPaths reads, String path, Set<String> into) {
        if (!path.isEmpty() && reads.isTouched()) {
            into.add(path);
        }
        for (String name : reads.names()) {
            ReadPaths below = reads.at(name);
            if (below != null) {
                leaves(below, path.isEmpty() ? name : path + "." + name, into);
            }
        }
    }
}
