package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks that need all rules of a file: unread fields, personal data shown unmasked. */
final class FileChecks {
    private static final int SHOWN = 12;

    /** Share of rules, in percent. */
    private static final int MOST_EXPRESSIONS = 5;

    private final FileContext context;
    private final MappingFile file;
    private final Yaml.Dict dict;

    FileChecks(FileContext context, MappingFile file, Yaml.Dict dict) {
        this.context = context;
        this.file = file;
        this.dict = dict;
    }

    void check(Program program) {
        unmasked();
        expressions(program.rules().size());
        unusedTables();
        if (file.target().kind().equals("form")) {
            nested(program.fields());
        }
        Set<String> leftOut = unmapped();
        Schema schema = file.sourceSchema();
        if (schema != null && !context.hasRest()) {
            unread(schema, leftOut);
        }
    }

    private void unusedTables() {
        Set<String> used = new TreeSet<>();
        collect(dict.get("rules"), used);
        collect(dict.get("reverse"), used);
        if (dict.get("tables") instanceof Yaml.Dict tables
                && !context.problems().hasErrors(context.file())) {
            for (String name : tables.entries().keySet()) {
                if (!used.contains(name)) {
                    context.problems().warning(tables.placeOf(name), "table", "no rule uses table '" + name + "'");
                }
            }
        }
    }

    private static void collect(@Nullable Yaml node, Set<String> tables) {
        if (node instanceof Yaml.Seq seq) {
            seq.items().forEach(item -> collect(item, tables));
        } else if (node instanceof Yaml.Dict dict) {
            dict.entries().values().forEach(entry -> collect(entry.value(), tables));
            if (dict.get("table") instanceof Yaml.Scalar name) {
                tables.add(name.text());
            }
        }
    }

    private void nested(Plan.Fields fields) {
        for (Plan plan : fields.plans()) {
            Place place = plan instanceof Plan.Group group
                    ? group.place()
                    : plan instanceof Plan.Each each ? each.rule().place() : null;
            if (place != null) {
                context.problems()
                        .error(
                                place,
                                "format",
                                "'" + plan.target() + "' is nested, a form holds single values and repeated names");
            }
        }
    }

    /** An expression is the way out; a file that needs many of them misses a clause or a function. */
    private void expressions(int rules) {
        int found = context.expressions().size();
        if (found * 100 > rules * MOST_EXPRESSIONS && !context.problems().hasErrors(context.file())) {
            context.problems()
                    .warning(
                            context.expressions().get(0),
                            "expr",
                            found + " of " + rules + " rules use 'expr', more than " + MOST_EXPRESSIONS
                                    + " %: use clauses or a function ('fn')");
        }
    }

    /** Fields left out on purpose count as read: neither warned about nor collected by {@code rest}. */
    private Set<String> unmapped() {
        Set<String> paths = new TreeSet<>();
        for (Yaml item : dict.get("unmapped") instanceof Yaml.Seq seq ? seq.items() : List.<Yaml>of()) {
            if (item instanceof Yaml.Scalar scalar) {
                Scope.top(context, file.sourceSchema()).path(scalar.text(), scalar.place());
                paths.add(scalar.text());
            }
        }
        return paths;
    }

    private void unmasked() {
        for (FileContext.ClearRead read : context.clearReads()) {
            Place mask = context.masked().get(read.path());
            if (mask != null) {
                context.problems()
                        .error(
                                read.place(),
                                "mask",
                                "'" + read.path() + "' is personal data, masked in line " + mask.line()
                                        + ": mask it here too or say clear: true");
            }
        }
    }

    private void unread(Schema schema, Set<String> leftOut) {
        List<String> unread = new ArrayList<>();
        walk(schema, context.reads(), "", unread, new ArrayList<>());
        if (!unread.isEmpty()) {
            Place place = leftOut.isEmpty() ? file.source().place() : dict.placeOf("unmapped");
            String more = unread.size() > SHOWN ? " and " + (unread.size() - SHOWN) + " more" : "";
            context.problems()
                    .warning(
                            place,
                            "unread",
                            "source fields no rule reads: "
                                    + String.join(", ", unread.subList(0, Math.min(SHOWN, unread.size()))) + more
                                    + ". List them under 'unmapped' or collect them by 'rest'");
        }
    }

    private static void walk(
            Schema schema, @Nullable ReadPaths reads, String path, List<String> unread, List<Schema> above) {
        Schema at =
                schema.isArray() && schema.items() != null ? java.util.Objects.requireNonNull(schema.items()) : schema;
        if (above.contains(at) || reads != null && reads.isWhole()) {
            return;
        }
        if (reads == null || at.properties().isEmpty()) {
            if (reads == null || !reads.isTouched()) {
                unread.add(path);
            }
            return;
        }
        above.add(at);
        for (Map.Entry<String, Schema> field : at.properties().entrySet()) {
            String below = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            walk(field.getValue(), reads.at(field.getKey()), below, unread, above);
        }
        above.remove(at);
    }
}
