package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A code that is in no row of its table, and the field that asked: what a work item names, and what a message waits on.
 *
 * @param missed table, file and code
 * @param target target path of the field, positions in arrays left out
 */
public record TableMiss(MissedCode missed, String target) {
    /** The beginning of every key that waits for a row of a table. */
    public static final String KEY = "table:";

    private static final int PARTS = 4;
    private static final int MISSES_IN_A_KEY = 5;

    static Optional<TableMiss> of(FieldError error) {
        return Optional.ofNullable(error.missed())
                .map(missed -> new TableMiss(missed, error.target().replaceAll("\\[\\d+]", "[]")));
    }

    /** The key under which a message waits for rows, released once a new mapping set is live. */
    public static String waitingOn(List<TableMiss> misses) {
        return misses.stream()
                .distinct()
                .limit(MISSES_IN_A_KEY)
                .map(TableMiss::key)
                .collect(Collectors.joining(" "));
    }

    /** The misses a key was made of; what is no such key has none. */
    public static List<TableMiss> parse(String waitingOn) {
        List<TableMiss> misses = new ArrayList<>();
        for (String key : waitingOn.split(" ")) {
            String[] parts = key.startsWith(KEY) ? key.substring(KEY.length()).split(";", -1) : new String[0];
            if (parts.length == PARTS) {
                List<String> plain = Arrays.stream(parts).map(TableMiss::plain).toList();
                misses.add(new TableMiss(new MissedCode(plain.get(0), plain.get(1), plain.get(2)), plain.get(3)));
            }
        }
        return misses;
    }

    private String key() {
        return KEY + safe(missed.table()) + ";" + safe(missed.origin()) + ";" + safe(missed.code()) + ";"
                + safe(target);
    }

    private static String safe(String part) {
        return part.replace("%", "%25").replace(";", "%3B").replace(" ", "%20");
    }

    private static String plain(String part) {
        return part.replace("%20", " ").replace("%3B", ";").replace("%25", "%");
    }

    /** Why a message is parked, for staff. */
    public String reason() {
        return "TABLE_MISS " + missed.table() + (target.isEmpty() ? "" : " " + target);
    }
}
