package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Strings with escapes, read and written beside Jackson. */
class JsonStringsTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String[] PARTS = {
        "a", "案件", "\"", "\\", "\n", "\u0001", "\u001f", " ", "~", "\u007f", "é", "𠮷", "😀", "plain text here", "/"
    };

    @Test
    void whateverStandsInThemComesBack() {
        Random random = new Random(20_210_908);
        for (int i = 0; i < 20_000; i++) {
            String text = text(random);
            byte[] json = MAPPER.writeValueAsBytes(JsonNodeFactory.instance.stringNode(text));
            Value read = JsonScanner.read(json, Wanted.ALL);
            assertThat(Value.scalarText(read)).isEqualTo(text);
            byte[] written = JsonTarget.bytes(read);
            assertThat(MAPPER.readTree(written).stringValue()).isEqualTo(text);
            assertThat(new String(written, StandardCharsets.UTF_8))
                    .isEqualTo(new String(JsonTarget.bytes(new Value.Text(text)), StandardCharsets.UTF_8));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.toString();
    }
}
