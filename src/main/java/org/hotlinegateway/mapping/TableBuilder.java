package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one direction out of a table file and finds what is ambiguous or missing in it. */
final class TableBuilder {
    private static final Set<String> YES = Set.of("1", "true", "yes", "x", "*", "y");
    private static final List<String> ALIAS_COLUMNS = List.of("alias", "aliases");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final String name;
    private final Problems problems;
    private final Place place;

    TableBuilder(String name, Problems problems, Place place) {
        this.name = name;
        this.problems = problems;
        this.place = place;
    }

    @Nullable
    Table build(TableFile file, String direction, Table.Match match) {
        String[] sides = direction.split("->", -1);
        if (sides.length != 2) {
            problems.error(place, "table", "table '" + name + "' needs a direction: " + file.file() + "#from->to");
            return null;
        }
        List<String> from = List.of(sides[0].strip().split("\\s*,\\s*"));
        int[] keyColumns =
                from.stream().mapToInt(column -> column(file, column)).toArray();
        int valueColumn = column(file, sides[1].strip());
        if (valueColumn < 0 || java.util.Arrays.stream(keyColumns).anyMatch(column -> column < 0)) {
            return null;
        }
        List<Table.Row> rows = new ArrayList<>();
        TableChecks checks = new TableChecks(name, problems);
        List<String> used = new ArrayList<>(from);
        used.add(sides[1].strip());
        checks.columns(file, used);
        file.rows().forEach(row -> rows.addAll(rowsOf(file, row, keyColumns, valueColumn, from)));
        return checked(
                new Table(name, file.file() + "#" + direction, keyColumns.length, match, unambiguous(rows, match)),
                match);
    }

    private int column(TableFile file, String column) {
        int index = file.column(column);
        if (index < 0) {
            problems.error(
                    place,
                    "table",
                    "table '" + name + "' has no column '" + column + "'. Columns of " + file.file() + ": "
                            + String.join(", ", file.columns()) + "." + Near.hint(column, file.columns()));
        }
        return index;
    }

    private List<Table.Row> rowsOf(TableFile file, TableFile.Row row, int[] keys, int valueColumn, List<String> from) {
        String value = TableFile.cell(row, valueColumn);
        String key = key(row, keys);
        if (value == null || key == null) {
            return List.of();
        }
        List<Table.Row> rows = new ArrayList<>();
        rows.add(row(file, row, key, value, isPreferred(file, row, from)));
        if (keys.length == 1 && (keys[0] == 0 || from.get(0).equals("name"))) {
            aliases(file, row).forEach(alias -> rows.add(row(file, row, alias, value, false)));
        }
        return rows;
    }

    private static @Nullable String key(TableFile.Row row, int[] columns) {
        StringBuilder key = new StringBuilder();
        for (int column : columns) {
            String cell = TableFile.cell(row, column);
            if (cell == null) {
                return null;
            }
            key.append(key.isEmpty() ? "" : Table.KEY_GLUE).append(cell);
        }
        return key.toString();
    }

    private Table.Row row(TableFile file, TableFile.Row row, String key, String value, boolean preferred) {
        return new Table.Row(
                key, value, day(file, row, "validFrom"), day(file, row, "validTo"), preferred, file.place(row));
    }

    private @Nullable String day(TableFile file, TableFile.Row row, String column) {
        String day = TableFile.cell(row, file.column(column));
        if (day != null && !DAY.matcher(day).matches()) {
            problems.error(file.place(row), "table", column + " must be a day such as 2021-09-08");
            return null;
        }
        return day;
    }

    /** Marked in column {@code prefer}, by yes or by the name of a column that is read. */
    static boolean isPreferred(TableFile file, TableFile.Row row, List<String> from) {
        String mark = TableFile.cell(row, file.column("prefer"));
        return mark != null && (YES.contains(mark.toLowerCase(Locale.ROOT)) || from.contains(mark));
    }

    private static List<String> aliases(TableFile file, TableFile.Row row) {
        List<String> aliases = new ArrayList<>();
        for (String column : ALIAS_COLUMNS) {
            String cell = TableFile.cell(row, file.column(column));
            for (String alias : cell == null ? new String[0] : cell.split("\\|")) {
                if (!alias.isBlank()) {
                    aliases.add(alias.strip());
                }
            }
        }
        return aliases;
    }

    /** Leaves one row per key and day; two of the same rank are a problem. */
    private List<Table.Row> unambiguous(List<Table.Row> rows, Table.Match match) {
        if (match == Table.Match.REGEX) {
            return readable(rows);
        }
        Map<String, List<Table.Row>> seen = new HashMap<>();
        for (Table.Row row : rows) {
            List<Table.Row> others = seen.computeIfAbsent(row.key(), key -> new ArrayList<>());
            others.stream().filter(other -> clash(other, row)).findFirst().ifPresent(other -> ambiguous(other, row));
            others.add(row);
        }
        return rows;
    }

    private static boolean clash(Table.Row one, Table.Row two) {
        return !one.value().equals(two.value()) && one.preferred() == two.preferred() && one.overlaps(two);
    }

    private void ambiguous(Table.Row first, Table.Row second) {
        problems.error(
                second.place(),
                "table",
                "table '" + name + "' is ambiguous: key '" + second.key().replace(Table.KEY_GLUE, ',')
                        + "' stands in line " + first.place().line()
                        + " with another value. Mark one row in column 'prefer'");
    }

    private List<Table.Row> readable(List<Table.Row> rows) {
        List<Table.Row> good = new ArrayList<>();
        for (Table.Row row : rows) {
            try {
                ConditionParser.pattern(row.key());
                good.add(row);
            } catch (SyntaxFault fault) {
                problems.error(row.place(), "table", fault.text());
            }
        }
        return good;
    }

    private Table checked(Table table, Table.Match match) {
        new TableChecks(name, problems).rows(table.rows(), match);
        if (table.rows().isEmpty()) {
            problems.error(place, "table", "table '" + name + "' (" + table.origin() + ") is empty");
        }
        return table;
    }

    Table inline(Yaml.Dict dict, Table.Match match) {
        List<Table.Row> rows = new ArrayList<>();
        for (Map.Entry<String, Yaml.Entry> entry : dict.each()) {
            Yaml value = entry.getValue().value();
            Place at = entry.getValue().key().place();
            if (value instanceof Yaml.Scalar scalar) {
                new TableChecks(name, problems).key(entry.getKey(), at);
                rows.add(new Table.Row(entry.getKey(), scalar.text(), null, null, false, at));
            } else {
                problems.error(at, "table", "an inline table holds text values");
            }
        }
        List<Table.Row> good = match == Table.Match.REGEX ? readable(rows) : rows;
        return checked(new Table(name, dict.place().file(), 1, match, good), match);
    }
}
