package org.hotlinegateway.mapping;

/**
 * Something in a mapping file that a test can reach: a rule, a branch, a row of a code table.
 *
 * @param what the target field, the branch, the row
 * @param table name of the table a row belongs to, else empty
 */
public record CoveragePoint(Kind kind, String file, int line, int column, String what, String table) {
    /** What can be reached. */
    public enum Kind {
        /** A rule that gives a value. */
        RULE,
        /** A branch of {@code when}, {@code choose} or {@code first}, a guard that does not hold, a default, an else. */
        BRANCH,
        /** A row of a code table that is looked up. */
        ROW
    }

    static CoveragePoint of(Kind kind, Place place, String what) {
        return new CoveragePoint(kind, place.file(), place.line(), place.column(), what, "");
    }

    static CoveragePoint row(Place place, String key, String table) {
        String what = "row '" + key + "' of table " + table;
        return new CoveragePoint(Kind.ROW, place.file(), place.line(), place.column(), what, table);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + " " + what;
    }
}
