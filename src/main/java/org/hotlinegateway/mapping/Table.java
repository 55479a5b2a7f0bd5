package org.hotlinegateway.mapping;

import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A code table read in one direction. */
final class Table {
    /** Joins the keys of a table with two of them. */
    static final char KEY_GLUE = '\u0001';

    /** How a key is found. */
    enum Match {
        EXACT,
        PREFIX,
        REGEX
    }

    /** @param from first day of validity, {@code yyyy-MM-dd}, or null; {@code to} likewise, inclusive */
    record Row(
            String key,
            String value,
            @Nullable String from,
            @Nullable String to,
            boolean preferred,
            Place place) {
        boolean isValidOn(@Nullable String day) {
            return day == null || (from == null || from.compareTo(day) <= 0) && (to == null || to.compareTo(day) >= 0);
        }

        boolean overlaps(Row other) {
            return (from == null || other.to == null || from.compareTo(other.to) <= 0)
                    && (other.from == null || to == null || other.from.compareTo(to) <= 0);
        }

        boolean isDated() {
            return from != null || to != null;
        }
    }

    private record Compiled(Pattern pattern, Row row) {}

    private final String name;
    private final String origin;
    private final int keys;
    private final Match match;
    private final boolean dated;
    private final List<Row> rows;
    private final Map<String, Row[]> byKey = new HashMap<>();
    private final @Nullable CodeIndex codes;
    private final int[] prefixLengths;
    private final List<Compiled> patterns;

    Table(String name, String origin, int keys, Match match, List<Row> rows) {
        this.name = name;
        this.origin = origin;
        this.keys = keys;
        this.match = match;
        this.rows = List.copyOf(rows);
        this.dated = rows.stream().anyMatch(Row::isDated);
        rows.forEach(row -> byKey.merge(row.key(), new Row[] {row}, Table::appended));
        this.codes = match == Match.EXACT && !dated ? index() : null;
        this.prefixLengths = lengths();
        this.patterns = match == Match.REGEX
                ? rows.stream()
                        .map(row -> new Compiled(Pattern.compile(row.key()), row))
                        .toList()
                : List.of();
    }

    private static Row[] appended(Row[] before, Row[] next) {
        Row[] all = java.util.Arrays.copyOf(before, before.length + 1);
        all[before.length] = next[0];
        return all;
    }

    private @Nullable CodeIndex index() {
        Map<String, String> values = new HashMap<>();
        byKey.forEach((key, found) ->
                values.put(key, Objects.requireNonNull(best(found, null)).value()));
        return CodeIndex.of(values);
    }

    private int[] lengths() {
        TreeSet<Integer> lengths = new TreeSet<>();
        if (match == Match.PREFIX) {
            byKey.keySet().forEach(key -> lengths.add(key.length()));
        }
        return lengths.descendingSet().stream().mapToInt(Integer::intValue).toArray();
    }

    String name() {
        return name;
    }

    /** {@code tables/x.csv#a->b}, or the mapping file of an inline table. */
    String origin() {
        return origin;
    }

    int keys() {
        return keys;
    }

    Match match() {
        return match;
    }

    boolean isDated() {
        return dated;
    }

    List<Row> rows() {
        return rows;
    }

    /** The value of a code by its bytes, at once; null when it has none or the table asks for more than that. */
    Value.@Nullable Text quick(Value code) {
        return codes != null && code instanceof Value.Text text && text.hasBytes()
                ? codes.find(text.source(), text.from(), text.to())
                : null;
    }

    /** The values of a list of codes, as of each by itself; null when the table asks for more than bytes. */
    @Nullable
    Value @Nullable [] quick(List<Value> codes) {
        return this.codes == null ? null : this.codes.find(codes);
    }

    /** The row valid on a day; any row when {@code day} is null. */
    @Nullable
    Row find(String key, @Nullable String day) {
        return switch (match) {
            case EXACT -> best(byKey.get(key), day);
            case PREFIX -> byPrefix(key, day);
            case REGEX -> byPattern(key, day);
        };
    }

    private static @Nullable Row best(Row @Nullable [] rows, @Nullable String day) {
        Row first = null;
        for (Row row : rows == null ? new Row[0] : rows) {
            if (row.isValidOn(day) && (first == null || row.preferred() && !first.preferred())) {
                first = row;
            }
        }
        return first;
    }

    /** The longest prefix wins, whatever the order of rows. */
    private @Nullable Row byPrefix(String key, @Nullable String day) {
        for (int length : prefixLengths) {
            Row row = length > key.length() ? null : best(byKey.get(key.substring(0, length)), day);
            if (row != null) {
                return row;
            }
        }
        return null;
    }

    private @Nullable Row byPattern(String key, @Nullable String day) {
        for (Compiled compiled : patterns) {
            if (compiled.row().isValidOn(day) && compiled.pattern().matcher(key).find()) {
                return compiled.row();
            }
        }
        return null;
    }
}
