package org.hotlinegateway.mapping;

import java.util.List;

/** Says in an engineer's words why a text is no YAML. */
final class YamlFault {
    private YamlFault() {}

    /** @param column counted from 1 */
    record Told(int line, int column, String text) {}

    /** @param line where the reader stopped, counted from 1 */
    static Told of(String file, int line, int column, String problem) {
        List<String> lines = file.lines().toList();
        for (int at = Math.min(line, lines.size()); at >= Math.max(1, line - 1); at--) {
            String text = lines.get(at - 1);
            int tab = indentation(text).indexOf('\t');
            if (tab >= 0) {
                return new Told(at, tab + 1, "not YAML: a tab where blanks must be: indent with blanks");
            }
            int sign = FullWidth.find(unquoted(text));
            if (sign >= 0) {
                return new Told(at, sign + 1, "not YAML: " + FullWidth.told(text.charAt(sign)));
            }
        }
        return new Told(line, column, "not YAML: " + problem.strip() + advice(problem));
    }

    private static String indentation(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    /** Quoted parts and remarks blotted out; positions stay. */
    private static String unquoted(String line) {
        StringBuilder out = new StringBuilder(line.length());
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && c == '#') {
                break;
            }
            boolean edge = c == '"' || c == '\'';
            out.append(quote == 0 && !edge ? c : ' ');
            quote = quote == 0 && edge ? c : c == quote ? 0 : quote;
        }
        return out.toString();
    }

    private static String advice(String problem) {
        if (problem.contains("mapping values are not allowed") || problem.contains("block end")) {
            return ". Keys of one map stand in one column: check the indentation of this line and the one before";
        }
        return problem.contains("could not find expected ':'")
                ? ". Write 'key: value' with a blank behind the colon"
                : "";
    }
}
