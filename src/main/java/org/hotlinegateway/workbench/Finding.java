package org.hotlinegateway.workbench;

import java.util.List;
import org.hotlinegateway.mapping.CoveragePoint;
import org.hotlinegateway.mapping.MappingProblem;

/**
 * One thing to tell about a mapping file, with its place.
 *
 * @param code stable kind, for example {@code unknown-clause}, {@code test-failed}, {@code not-reached}
 * @param file path below the mappings folder
 * @param line counted from 1, 0 when the whole file is meant
 * @param details path by path what was expected and what was found
 */
public record Finding(Level level, String code, String file, int line, int column, String text, List<String> details) {
    /** How much it matters. */
    public enum Level {
        /** The command fails. */
        ERROR,
        /** An engineer should look. */
        WARNING,
        /** Good to know. */
        NOTE
    }

    /** A problem of the language's own checks. */
    static Finding of(MappingProblem problem) {
        Level level = problem.isError() ? Level.ERROR : Level.WARNING;
        return new Finding(
                level, problem.code(), problem.file(), problem.line(), problem.column(), problem.text(), List.of());
    }

    /** Something no test reaches. */
    static Finding of(CoveragePoint missed) {
        return new Finding(
                Level.NOTE,
                "not-reached",
                missed.file(),
                missed.line(),
                missed.column(),
                "no test reaches " + missed.what(),
                List.of());
    }

    /** The line as an editor expects it, details below. */
    @Override
    public String toString() {
        String severity = level == Level.ERROR ? "" : level.name().toLowerCase(java.util.Locale.ROOT) + ": ";
        String head = file + ":" + line + ":" + column + ": " + severity + text;
        return details.isEmpty() ? head : head + "\n  " + String.join("\n  ", details);
    }
}
