package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the code tables of a file from value to code; several codes of one value are an error until one is preferred. */
final class ReverseTables {
    private final FileContext context;
    private final PreferredRows preferred;
    private final ReverseSection section;

    ReverseTables(FileContext context, PreferredRows preferred, ReverseSection section) {
        this.context = context;
        this.preferred = preferred;
        this.section = section;
    }

    void undo(Draft draft, String name, WayBack way, String target) {
        Table table = context.tables().get(name);
        if (table == null || way.isNone()) {
            return;
        }
        switch (table.match()) {
            case REGEX -> way.isNone("a pattern of table '" + name + "' does not tell the text");
            case PREFIX -> {
                way.partly("only the prefix is in table '" + name + "'");
                undo(draft, table, way, target);
            }
            case EXACT -> undo(draft, table, way, target);
        }
    }

    private void undo(Draft draft, Table table, WayBack way, String target) {
        Map<String, String> codes = codes(draft, table, way, target);
        if (way.isNone()) {
            return;
        }
        if (draft.has("as")) {
            way.partly("how the table writes the value is lost");
        }
        if (draft.has("asOf")) {
            way.partly("the day its row was valid is lost");
        }
        Yaml otherwise = draft.has("when") ? null : draft.clauses().get("else");
        String word = otherwise instanceof Yaml.Scalar scalar ? scalar.text() : "error";
        boolean plain = otherwise instanceof Yaml.Scalar scalar && scalar.plain();
        if (otherwise == null || plain && word.equals("error")) {
            way.undo(Undo.onEach((value, frame) -> found(codes, value, table)));
        } else if (plain && word.equals("pass")) {
            way.partly("a passed value may look like a code");
            way.undo(Undo.onText(text -> codes.getOrDefault(text, text)));
        } else {
            way.partly("'" + word + "' stands for every unknown code");
            way.undo(Undo.onEach((value, frame) -> word.equals(Value.scalarText(value)) && !codes.containsKey(word)
                    ? null
                    : found(codes, value, table)));
        }
    }

    private static Value found(Map<String, String> codes, Value value, Table table) {
        String text = Value.scalarText(value);
        String code = text == null ? null : codes.get(text);
        if (code == null) {
            throw new FieldFault(
                    FieldError.Code.TABLE_MISS,
                    "is the value of no row of table '" + table.name() + "' (" + table.origin() + ")");
        }
        return new Value.Text(code);
    }

    private Map<String, String> codes(Draft draft, Table table, WayBack way, String target) {
        Map<String, ReverseSection.Preferred> chosen = section.preferences(target);
        Map<String, List<Table.Row>> byValue = byValue(table);
        Map<String, String> codes = new HashMap<>();
        if (new PreferredCodes(context.problems(), table, target).areWrong(chosen, byValue)) {
            way.isNone("'prefer' names what is not in table '" + table.name() + "'");
            return codes;
        }
        byValue.forEach((value, rows) -> {
            Table.Row row = rows.size() == 1 ? rows.get(0) : one(rows, table, chosen.get(value));
            if (rows.size() > 1) {
                way.partly("several codes of table '" + table.name() + "' become one value");
            }
            if (row == null) {
                ambiguous(draft, table, rows, target, way);
            } else {
                codes.put(value, row.key());
            }
        });
        return codes;
    }

    /** Rows by value, each code once; an alias is no code of its own. */
    private static Map<String, List<Table.Row>> byValue(Table table) {
        Map<String, Map<String, Table.Row>> grouped = new LinkedHashMap<>();
        for (Table.Row row : table.rows()) {
            Map<String, Table.Row> sameValue = grouped.computeIfAbsent(row.value(), value -> new LinkedHashMap<>());
            boolean alias =
                    sameValue.values().stream().anyMatch(other -> other.place().equals(row.place()));
            if (!alias) {
                sameValue.putIfAbsent(row.key(), row);
            }
        }
        Map<String, List<Table.Row>> rows = new LinkedHashMap<>();
        grouped.forEach((value, byKey) -> rows.put(value, new ArrayList<>(byKey.values())));
        return rows;
    }

    private Table.@Nullable Row one(List<Table.Row> rows, Table table, ReverseSection.@Nullable Preferred chosen) {
        List<Table.Row> marked = rows.stream()
                .filter(row -> chosen == null
                        ? preferred.isPreferred(table, row)
                        : row.key().equals(chosen.code()))
                .toList();
        if (marked.size() == 1) {
            return marked.get(0);
        }
        List<Table.Row> open = rows.stream().filter(row -> row.to() == null).toList();
        boolean apart =
                rows.stream().noneMatch(row -> rows.stream().anyMatch(other -> other != row && other.overlaps(row)));
        return apart && open.size() == 1 ? open.get(0) : null;
    }

    private void ambiguous(Draft draft, Table table, List<Table.Row> rows, String target, WayBack way) {
        Table.Row first = rows.get(0);
        String codes = rows.stream()
                .map(row -> "'" + shown(row) + "' (line " + row.place().line() + ")")
                .collect(Collectors.joining(" and "));
        String what = "'" + first.value() + "' is the value of " + codes;
        String mark = table.origin().contains("#") ? "Mark one row in column 'prefer', or write" : "Write";
        String fix =
                mark + " reverse: { " + target + ": { prefer: { \"" + first.value() + "\": " + shown(first) + " } } }";
        if (section.isDeclared()) {
            String head = "table '" + table.name() + "' (" + table.origin() + ") is ambiguous in reverse: ";
            context.problems().error(draft.placeOf("table"), "reverse", head + what + ". " + fix);
        }
        way.isNone("table '" + table.name() + "' is ambiguous in reverse: " + what);
    }

    private static String shown(Table.Row row) {
        return row.key().replace(Table.KEY_GLUE, ',');
    }
}
