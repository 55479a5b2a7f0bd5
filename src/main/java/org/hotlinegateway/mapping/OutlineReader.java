package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads an outline: walks the rules of a file that compiled, and compiles each alone to learn what it reads. */
final class OutlineReader {
    private final MappingFile file;
    private final Yaml.Dict dict;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final List<MappingOutline.Rule> rules = new ArrayList<>();

    OutlineReader(MappingFolder folder, MappingFile file) {
        this.file = file;
        Yaml root = new YamlReader(file.path(), new Problems()).read(folder.text(file.path()));
        this.dict = root instanceof Yaml.Dict read ? read : new Yaml.Dict(new LinkedHashMap<>(), place());
        FileContext context = new FileContext(file.path(), new Problems());
        new TablesCompiler(folder, context).compile(dict.get("tables"));
        tables.putAll(context.tables());
    }

    private Place place() {
        return new Place(file.path(), 1, 1);
    }

    MappingOutline read() {
        Yaml.Dict top =
                dict.get("rules") instanceof Yaml.Dict block ? block : new Yaml.Dict(new LinkedHashMap<>(), place());
        Schema target = file.targetSchema();
        if (dict.has("each")) {
            LinkedHashMap<String, Yaml.Entry> each = new LinkedHashMap<>(dict.entries());
            each.keySet().retainAll(Set.of("each", "where", "rules"));
            rule(new Yaml.Dict(each, dict.placeOf("each")), "", target, true, List.of());
        } else {
            walk(top, "", target, List.of());
        }
        return new MappingOutline(
                file.path(),
                file.name(),
                text("version"),
                file.title(),
                text("description"),
                end(file.source(), file.sourceSchema()),
                end(file.target(), target),
                tableUses(),
                List.copyOf(rules));
    }

    private String text(String key) {
        return dict.get(key) instanceof Yaml.Scalar scalar ? scalar.text().strip() : "";
    }

    private static MappingOutline.End end(Format format, @Nullable Schema schema) {
        return new MappingOutline.End(format.kind(), format.root(), format.encoding(), format.field(), schema);
    }

    private void walk(Yaml.Dict block, String above, @Nullable Schema schema, List<Yaml.Dict> eaches) {
        for (Map.Entry<String, Yaml.Entry> entry : block.each()) {
            boolean beside = entry.getKey().startsWith("^.");
            Schema at = beside ? null : schema;
            boolean demanded = true;
            String path = beside ? entry.getKey().substring(2) : entry.getKey();
            for (String name : TargetPath.parse(path, entry.getValue().key().place())) {
                demanded = at != null && at.required().contains(name);
                at = at == null ? null : at.property(name);
            }
            String target = above.isEmpty() ? entry.getKey() : above + "." + entry.getKey();
            rule(clauses(entry.getValue().value()), target, at, demanded, eaches);
        }
    }

    private static Yaml.Dict clauses(Yaml node) {
        if (node instanceof Yaml.Dict written) {
            return written;
        }
        LinkedHashMap<String, Yaml.Entry> from = new LinkedHashMap<>();
        from.put("from", new Yaml.Entry(new Yaml.Scalar("from", true, node.place()), node));
        return new Yaml.Dict(from, node.place());
    }

    private void rule(
            Yaml.Dict clauses, String target, @Nullable Schema schema, boolean demanded, List<Yaml.Dict> eaches) {
        OutlineScope scope = new OutlineScope(file, tables, dict, eaches);
        scope.compile(clauses, target, schema);
        rules.add(new MappingOutline.Rule(
                clauses.place(),
                target.isEmpty() ? "[]" : target,
                schema,
                demanded,
                scope.reads(),
                scope.looks(),
                usedBy(clauses),
                clauses));
        if (clauses.get("rules") instanceof Yaml.Dict inner) {
            boolean array = clauses.has("each");
            List<Yaml.Dict> within = new ArrayList<>(eaches);
            within.addAll(array ? List.of(clauses) : List.of());
            walk(inner, array ? target + "[]" : target, array && schema != null ? schema.items() : schema, within);
        }
    }

    /** Names of tables in a rule, rules inside it by {@code rules:} not counted. */
    private static Set<String> usedBy(Yaml node) {
        Set<String> used = new TreeSet<>();
        if (node instanceof Yaml.Dict inner) {
            inner.each().forEach(entry -> {
                Yaml value = entry.getValue().value();
                if (entry.getKey().equals("table") && value instanceof Yaml.Scalar name) {
                    used.add(name.text());
                } else if (!entry.getKey().equals("rules")) {
                    used.addAll(usedBy(value));
                }
            });
        } else if (node instanceof Yaml.Seq seq) {
            seq.items().forEach(item -> used.addAll(usedBy(item)));
        }
        return used;
    }

    private List<MappingOutline.TableUse> tableUses() {
        List<MappingOutline.TableUse> uses = new ArrayList<>();
        tables.forEach((name, table) -> uses.add(use(name, table)));
        return uses;
    }

    private MappingOutline.TableUse use(String name, Table table) {
        String origin = table.origin();
        int hash = origin.indexOf('#');
        String[] sides =
                hash < 0 ? new String[] {"", ""} : origin.substring(hash + 1).split("->", -1);
        return new MappingOutline.TableUse(
                name,
                hash < 0 ? "" : origin.substring(0, hash),
                hash < 0 ? List.of() : List.of(sides[0].strip().split("\\s*,\\s*")),
                sides[1].strip(),
                match(name),
                table.rows().stream()
                        .map(row -> new MappingOutline.TableUse.Row(
                                row.key().replace(Table.KEY_GLUE, ','),
                                row.value(),
                                row.place().line()))
                        .toList());
    }

    private String match(String name) {
        Yaml block = dict.get("tables") instanceof Yaml.Dict all ? all.get(name) : null;
        return block instanceof Yaml.Dict table && table.get("match") instanceof Yaml.Scalar match
                ? match.text()
                : "exact";
    }
}
