package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The schema editors use knows the clauses the checker accepts. */
class MappingSchemaTest {
    @Test
    void editorsOfferEveryClauseAndNoOther() throws IOException {
        Value.Obj schema =
                (Value.Obj) JsonReader.parse(Files.readAllBytes(Path.of("mappings/schemas/mapping-1.schema.json")));
        Value.Obj clauses = (Value.Obj) below(below(below(schema, "$defs"), "clauses"), "properties");
        var names = new java.util.TreeSet<String>();
        for (int i = 0; i < clauses.size(); i++) {
            names.add(clauses.name(i));
        }
        assertThat(names).isEqualTo(new java.util.TreeSet<>(Clauses.all()));
    }

    private static Value below(Value value, String name) {
        return java.util.Objects.requireNonNull(((Value.Obj) value).get(name));
    }
}
