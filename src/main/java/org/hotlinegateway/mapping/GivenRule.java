package org.hotlinegateway.mapping;

import java.util.LinkedHashMap;

/** A rule given under {@code reverse:} as a rule of the language: without {@code to}, reading its own target path if nothing else. */
final class GivenRule {
    private GivenRule() {}

    static Yaml.Dict clauses(Yaml.Dict given, String target, String around) {
        LinkedHashMap<String, Yaml.Entry> clauses = new LinkedHashMap<>(given.entries());
        clauses.remove("to");
        if (Clauses.READERS.stream().noneMatch(clauses::containsKey)) {
            String path = around.isEmpty() ? target : target.substring(around.length() + 1);
            clauses.put(
                    "from",
                    new Yaml.Entry(
                            new Yaml.Scalar("from", true, given.place()), new Yaml.Scalar(path, true, given.place())));
        }
        return new Yaml.Dict(clauses, given.place());
    }
}
