package org.hotlinegateway.mapping;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is wrong with a code table by itself: rows never taken, columns that mean nothing. */
final class TableChecks {
    /** Columns with a meaning of their own. */
    static final List<String> SPECIAL = List.of("validFrom", "validTo", "alias", "aliases", "prefer");

    private static final Pattern ANCHOR = Pattern.compile("[\\^$]|\\\\[bBAz]");
    private static final Pattern PLAIN = Pattern.compile("[^\\\\.^$*+?()\\[\\]{}|]+");
    private static final Set<String> CATCH_ALL = Set.of("^", "$", "^.*", "^.*$", ".*$");

    private final String name;
    private final Problems problems;

    TableChecks(String name, Problems problems) {
        this.name = name;
        this.problems = problems;
    }

    void rows(List<Table.Row> rows, Table.Match match) {
        rows.forEach(this::validity);
        if (match == Table.Match.REGEX) {
            patterns(rows);
        }
    }

    private void validity(Table.Row row) {
        String from = row.from();
        String to = row.to();
        if (from != null && to != null && from.compareTo(to) > 0) {
            error(row.place(), "row is never taken: validTo " + to + " lies before validFrom " + from);
        }
    }

    private void patterns(List<Table.Row> rows) {
        List<Table.Row> before = new ArrayList<>();
        for (Table.Row row : rows) {
            before.stream()
                    .filter(earlier -> !earlier.isDated() && hides(earlier.key(), row.key()))
                    .findFirst()
                    .ifPresent(earlier -> error(
                            row.place(),
                            "row '" + row.key() + "' is never taken: '" + earlier.key() + "' in line "
                                    + earlier.place().line() + " hits first"));
            before.add(row);
        }
    }

    /** Whatever the second pattern hits the first one hits too. */
    private static boolean hides(String first, String second) {
        if (first.equals(second) || CATCH_ALL.contains(first)) {
            return true;
        }
        Pattern pattern = Pattern.compile(first);
        return !ANCHOR.matcher(first).find()
                && (pattern.matcher("").find()
                        || PLAIN.matches(second) && pattern.matcher(second).find());
    }

    /** A key with blanks at its ends never meets a trimmed value. */
    void key(String key, Place place) {
        if (!key.equals(key.strip())) {
            error(place, "row '" + key + "' is never taken: values come without blanks at their ends");
        }
    }

    void columns(TableFile file, List<String> used) {
        for (String column : file.columns()) {
            String near = SPECIAL.contains(column) || used.contains(column) ? null : special(column);
            if (near != null) {
                problems.warning(
                        new Place(file.file(), 1, 1),
                        "table",
                        "column '" + column + "' means nothing. Did you mean '" + near + "'?");
            }
        }
        for (TableFile.Row row : file.rows()) {
            if (row.cells().size() > file.columns().size()) {
                error(
                        file.place(row),
                        "row has " + row.cells().size() + " cells, the first row names "
                                + file.columns().size() + " columns. Put a text with commas in quotes");
            }
        }
    }

    private static @org.jspecify.annotations.Nullable String special(String column) {
        String plain = column.toLowerCase(Locale.ROOT).replaceAll("[_ -]", "");
        for (String known : SPECIAL) {
            if (plain.equals(known.toLowerCase(Locale.ROOT))) {
                return known;
            }
        }
        String near = Near.nearest(column, SPECIAL);
        return near != null && column.length() >= near.length() - 1 ? near : null;
    }

    private void error(Place place, String what) {
        problems.error(place, "table", "table '" + name + "': " + what);
    }
}
