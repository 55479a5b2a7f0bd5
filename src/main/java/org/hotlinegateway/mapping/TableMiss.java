package org.hotlinegateway.mapping;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code that is in no row of its table: what a work item names, and what a message waits on.
 *
 * @param table the table's name in the mapping file
 * @param target target path of the field, positions in arrays left out
 */
public record TableMiss(String table, String target) {
    private static final Pattern NAME = Pattern.compile("table '([^']{1,60})'");

    static Optional<TableMiss> of(FieldError error) {
        Matcher name = NAME.matcher(error.message());
        return error.code() == FieldError.Code.TABLE_MISS && name.find()
                ? Optional.of(new TableMiss(name.group(1), error.target().replaceAll("\\[\\d+]", "[]")))
                : Optional.empty();
    }

    /** The key that is released once a new mapping set is live. */
    public String waitingOn() {
        return "table:" + table;
    }

    /** Why a message is parked, for staff. */
    public String reason() {
        return "TABLE_MISS " + table + (target.isEmpty() ? "" : " " + target);
    }
}
