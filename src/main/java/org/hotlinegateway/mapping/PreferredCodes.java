package org.hotlinegateway.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the codes that {@code prefer} names are in the table it speaks of. */
final class PreferredCodes {
    private final Problems problems;
    private final Table table;
    private final String target;

    PreferredCodes(Problems problems, Table table, String target) {
        this.problems = problems;
        this.table = table;
        this.target = target;
    }

    /** Tells every value and code that is not there. */
    boolean areWrong(Map<String, ReverseSection.Preferred> chosen, Map<String, List<Table.Row>> byValue) {
        boolean wrong = false;
        for (Map.Entry<String, ReverseSection.Preferred> choice : chosen.entrySet()) {
            String problem = problem(choice.getKey(), choice.getValue().code(), byValue);
            if (problem != null) {
                problems.error(choice.getValue().place(), "reverse", "'prefer' of '" + target + "' names " + problem);
                wrong = true;
            }
        }
        return wrong;
    }

    private @Nullable String problem(String value, String code, Map<String, List<Table.Row>> byValue) {
        List<Table.Row> rows = byValue.get(value);
        String where = "table '" + table.name() + "' (" + table.origin() + ")";
        if (rows == null) {
            return "the value '" + value + "', which " + where + " never gives. " + all("Values", byValue.keySet())
                    + Near.hint(value, byValue.keySet());
        }
        List<String> codes =
                rows.stream().map(Table.Row::key).map(PreferredCodes::shown).toList();
        return codes.contains(shown(code))
                ? null
                : "the code '" + shown(code) + "', which " + where + " does not turn into '" + value + "'. "
                        + all("Codes", codes) + Near.hint(shown(code), codes);
    }

    private static String all(String what, Collection<String> names) {
        String few = names.stream().limit(12).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return what + ": " + few + (names.size() > 12 ? ", …" : "") + ".";
    }

    private static String shown(String key) {
        return key.replace(Table.KEY_GLUE, ',');
    }
}
