package org.hotlinegateway.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks documents against the canonical schemas. */
final class Documents {
    private static final Schema DELIVERY = schema("delivery");
    private static final Schema CASE_EVENT = schema("case-event");

    private Documents() {}

    private static Schema schema(String name) {
        try {
            String text = Files.readString(Path.of("mappings/schemas/" + name + ".schema.json"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertDelivery(byte[] document) {
        assertThat(DELIVERY.validate(Json.MAPPER.readTree(document))).isEmpty();
    }

    static void assertCaseEvent(byte[] document) {
        assertThat(CASE_EVENT.validate(Json.MAPPER.readTree(document))).isEmpty();
    }
}
