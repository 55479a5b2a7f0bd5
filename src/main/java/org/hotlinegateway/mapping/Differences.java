package org.hotlinegateway.mapping;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names the files in which two mapping sets differ. */
final class Differences {
    private static final int SHOWN = 5;

    private Differences() {}

    static String between(MappingSet before, MappingSet after) {
        Set<String> names = new TreeSet<>(before.contents().keySet());
        names.addAll(after.contents().keySet());
        names.removeIf(name ->
                Arrays.equals(before.contents().get(name), after.contents().get(name)));
        String first = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return "edited: " + first + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
    }
}
