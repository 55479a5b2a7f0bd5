package org.hotlinegateway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The messages that are measured: a case of 1.6 KB and one of 30 KB, as JSON and as the order's XML. */
final class Messages {
    static final Path FOLDER = Path.of("src/test/resources/bench");
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+08:00");
    private static final int FILES = 80;
    private static final int ORDERS = 40;

    private Messages() {}

    static String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] small() {
        return bytes("case.json");
    }

    /** The same case with every time written in UTC, as another sender may. */
    static byte[] inUtc(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        return TIME.matcher(text)
                .replaceAll(
                        time -> OffsetDateTime.parse(time.group()).toInstant().toString())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The same case after a long history: more text, more files, orders the conversion does not read. */
    static byte[] large() {
        ObjectNode event = (ObjectNode) MAPPER.readTree(small());
        ObjectNode body = (ObjectNode) event.get("case");
        body.put("content", "两镇对经营范围理解不一,三次退回,请求协调。".repeat(110));
        body.put("supplement", "附往来记录。\n".repeat(150).strip());
        ArrayNode orders = body.putArray("orders");
        for (int i = 1; i <= ORDERS; i++) {
            orders.addObject()
                    .put("round", i)
                    .put("kind", "COORDINATION")
                    .put("unitCode", "ORG-XL")
                    .put("text", "第" + i + "轮办理情况:已联系两镇窗口。")
                    .put("at", "2021-09-11T10:00:00+08:00");
        }
        ArrayNode files = body.putArray("attachments");
        for (int i = 1; i <= FILES; i++) {
            files.addObject()
                    .put("id", "F" + i)
                    .put("name", "往来记录第" + i + "页.pdf")
                    .put("size", 204_801 + i)
                    .put("at", "2021-09-10T08:57:12+08:00");
        }
        return MAPPER.writeValueAsBytes(event);
    }
}
