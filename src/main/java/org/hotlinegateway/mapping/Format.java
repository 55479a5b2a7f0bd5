package org.hotlinegateway.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code source:} or {@code target:} block of a mapping file.
 *
 * @param kind json, xml, form or json-in-text
 * @param schema name of a JSON Schema file, or null
 * @param root XML root element, {@code array} for a JSON array, or null
 * @param charset charset as declared, UTF-8 when none
 * @param encoding the charset's name as declared, or null
 * @param field the field that holds JSON as text, for json-in-text
 * @param unencodable error, reference or substitute
 */
record Format(
        String kind,
        @Nullable String schema,
        @Nullable String root,
        Charset charset,
        @Nullable String encoding,
        @Nullable String field,
        String unencodable,
        Map<String, String> namespaces,
        Place place) {
    static Format json(Place place) {
        return new Format("json", null, null, StandardCharsets.UTF_8, null, null, "error", Map.of(), place);
    }

    boolean isXml() {
        return kind.equals("xml");
    }

    boolean isRootArray() {
        return !isXml() && "array".equals(root);
    }
}
