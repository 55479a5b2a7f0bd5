package org.hotlinegateway.cli;

import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How a sub-command prints what it found. */
enum Printed {
    /** Line by line, for people. */
    TEXT,
    /** For programs. */
    JSON;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    void print(List<String> lines, Object found, PrintWriter out) {
        if (this == JSON) {
            out.println(MAPPER.writeValueAsString(found));
        } else {
            lines.forEach(out::println);
        }
    }
}
