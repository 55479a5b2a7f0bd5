package org.hotlinegateway.workbench;

import tools.jackson.databind.json.JsonMapper;

/** Reads a single JSON text. */
final class JsonTexts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonTexts() {}

    static String plain(String json) {
        return JSON.readTree(json).asString();
    }
}
