package org.hotlinegateway.workbench;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file of a mapping set changed.
 *
 * @param file its name below the mappings folder
 * @param rules which rules of a mapping file, and which of its other keys
 * @param rows which rows of a code table; null for other files, and when its columns changed
 * @param unified the lines, with three lines around them
 */
public record FileDifference(
        String file,
        Kind kind,
        List<RuleDifference> rules,
        @Nullable TableDifference rows,
        List<String> unified) {
    /** What happened to the file. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    private static final int LINES_AROUND = 3;
    private static final String MAPPING = ".map.yaml";

    /** @param before null when the file is new; {@code after} null when it is gone */
    static FileDifference of(String file, byte @Nullable [] before, byte @Nullable [] after) {
        Kind kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
        String was = text(before);
        String is = text(after);
        boolean changed = kind == Kind.CHANGED;
        return new FileDifference(
                file,
                kind,
                changed && file.endsWith(MAPPING) ? RuleDifference.between(was, is) : List.of(),
                changed && file.startsWith("tables/") ? rows(file, was, is) : null,
                unified(file, was, is));
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static @Nullable TableDifference rows(String file, String before, String after) {
        try {
            CodeTable was = CodeTable.of(file, before);
            CodeTable is = CodeTable.of(file, after);
            return was.columns().equals(is.columns()) ? TableImport.difference(was, is.rows()) : null;
        } catch (RuntimeException notATable) {
            return null;
        }
    }

    private static List<String> unified(String file, String before, String after) {
        List<String> was = before.lines().toList();
        List<String> is = after.lines().toList();
        List<String> lines =
                UnifiedDiffUtils.generateUnifiedDiff(file, file, was, DiffUtils.diff(was, is), LINES_AROUND);
        return lines.stream().skip(2).toList();
    }

    List<String> lines(boolean withLines) {
        List<String> lines = new ArrayList<>();
        lines.add(file + " " + kind.name().toLowerCase(java.util.Locale.ROOT));
        rules.forEach(rule -> rule.lines().forEach(line -> lines.add("  " + line)));
        if (rows != null) {
            rows.lines().stream().skip(1).forEach(line -> lines.add("  " + line));
        }
        boolean told = !rules.isEmpty() || rows != null && lines.size() > 1;
        if (withLines || kind == Kind.CHANGED && !told) {
            unified.forEach(line -> lines.add("  " + line));
        }
        return lines;
    }
}
