package org.hotlinegateway.workbench;

import java.util.function.Supplier;

/**
 * A mapping file broken at one place.
 *
 * @param target the field whose rule is broken
 * @param what the clause or row that is broken, empty for the whole rule
 * @param text the broken text of the file
 */
record Mutant(Breakage breakage, int line, int column, String target, String what, Supplier<String> text) {
    @Override
    public String toString() {
        String field = target.isEmpty() ? "" : target + ": ";
        return field + (what.isEmpty() ? "" : "'" + what + "' ") + breakage.words();
    }
}
