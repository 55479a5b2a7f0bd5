package org.hotlinegateway.mapping;

/**
 * One fault of a mapping file, found before any message is converted.
 *
 * @param file path below the mappings folder
 * @param line counted from 1, 0 when the whole file is at fault
 * @param column counted from 1, 0 when the whole file is at fault
 * @param severity whether the set may be used in spite of it
 * @param code stable kind of problem, for example {@code unknown-clause}
 * @param text what is wrong, what was expected, the nearest valid name
 */
public record MappingProblem(String file, int line, int column, Severity severity, String code, String text) {
    /** Whether a mapping set with this problem may be used. */
    public enum Severity {
        /** The set is refused. */
        ERROR,
        /** The set works; an engineer should look. */
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The line as an editor expects it: {@code file:line:column: text}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + (isError() ? "" : "warning: ") + text;
    }
}
