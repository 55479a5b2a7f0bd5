package org.hotlinegateway.mapping;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a finished message, whatever its format. */
public final class TargetFields {
    private TargetFields() {}

    /**
     * Every leaf by its path, as JSON, in the order of the message. An XML element that stands alone has no position.
     *
     * @param message what the mapping made; may lack the fields that failed
     */
    public static Map<String, String> of(MappingSet set, String mapping, byte[] message) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (message.length > 0) {
            Leaves.of(document(set.program(mapping), message))
                    .forEach((path, value) -> fields.put(path, Leaves.json(value)));
        }
        return fields;
    }

    private static Value document(Program program, byte[] message) {
        Run nobody = program.run(MappingContext.at(Instant.EPOCH), null);
        return DocumentReaders.of(program.file().target()).read(message, nobody);
    }
}
