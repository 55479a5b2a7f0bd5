package org.hotlinegateway.bench;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the case into a Jackson tree and builds the order as another, as one writes it by hand. */
final class CaseByTree {
    private static final JsonMapper MAPPER = new JsonMapper();

    private CaseByTree() {}

    static byte[] convert(byte[] source) {
        JsonNode event = MAPPER.readTree(source);
        ObjectNode order = MAPPER.createObjectNode();
        head(event, order);
        caller(event.path("case"), order);
        matter(event.path("case"), order);
        handling(event, order);
        files(event.path("case").path("attachments"), order);
        return MAPPER.writeValueAsBytes(order);
    }

    private static void head(JsonNode event, ObjectNode order) {
        JsonNode body = event.path("case");
        order.put("requestId", required(event, "id", 64));
        order.put("serialNumber", required(event, "subject", 40));
        order.put("registerTime", Texts.printed(required(body, "registeredAt", 40)));
        order.put("sourceType", Codes.code(Codes.CHANNELS, required(body, "channel", 40)));
        order.put("orderKind", Codes.code(Codes.KINDS, required(event.path("payload"), "kind", 40)));
        order.put("callerType", required(body, "appealType", 40));
    }

    private static void caller(JsonNode body, ObjectNode order) {
        JsonNode requester = body.path("requester");
        if (!body.path("secret").asBoolean()) {
            order.put("callerName", Texts.masked(text(requester, "name"), 1, 0));
            order.put("callerSex", Codes.code(Codes.GENDERS, text(requester, "gender")));
            order.put("callerIdcard", Texts.masked(text(requester, "certNo"), 3, 4));
            order.put("number", Texts.masked(text(requester, "contactPhone"), 3, 4));
        }
        String company = text(requester, "orgName");
        order.put("companyName", company == null ? "个人" : company);
        order.put("isSecret", flag(body, "secret"));
        order.put("isOpen", flag(body, "open"));
        order.put("isVisit", flag(body, "needReply"));
    }

    private static void matter(JsonNode body, ObjectNode order) {
        codes(order.putArray("causes"), body.path("causes"), Codes.CAUSES);
        StringBuilder names = new StringBuilder();
        for (JsonNode cause : body.path("causes")) {
            names.append(names.isEmpty() ? "" : ",").append(Codes.code(Codes.CAUSE_NAMES, cause.asString()));
        }
        order.put("causeNames", names.toString());
        order.put("title", Texts.shortened(required(body, "title", 1000), 30));
        order.put("majorContent", required(body, "content", 4000));
        optional(order, "supplyContent", text(body, "supplement"));
        order.put("areaCode", required(body.path("place"), "regionCode", 12));
        String address = text(body.path("place"), "text");
        optional(order, "address", address == null ? text(body.path("place"), "detail") : address);
        optional(order, "serviceCode", text(body.path("matter"), "code"));
        optional(order, "serviceName", text(body.path("matter"), "name"));
    }

    private static void handling(JsonNode event, ObjectNode order) {
        JsonNode body = event.path("case");
        boolean emergency = "EMERGENCY".equals(text(event.path("payload"), "urgency"));
        order.put("pilotLight", emergency ? "3" : body.path("urgent").asBoolean() ? "2" : "1");
        String unit = text(event.path("payload"), "unitCode");
        order.put("organizationCode", Codes.code(Codes.UNITS, unit == null ? text(body, "hostUnit") : unit));
        codes(order.putArray("coOrganizationCodes"), body.path("coUnits"), Codes.UNITS);
        optional(order, "handleDays", text(body.path("timeLimit"), "workdays"));
        order.put("deadlineDate", Texts.printed(body.path("deadline").asString()));
        String window = text(body, "windowNo");
        order.put("handler", text(body, "registrar") + "(" + (window == null ? "-" : window) + ")");
    }

    private static void files(JsonNode attachments, ObjectNode order) {
        order.put("fileCount", attachments.size());
        ArrayNode files = order.putArray("files");
        for (JsonNode attachment : attachments) {
            ObjectNode file = files.addObject();
            file.put("fileNo", required(attachment, "id", 40));
            file.put("fileName", required(attachment, "name", 200));
            file.put("sizeKb", (attachment.path("size").asLong() + 512) / 1024);
            file.put("uploadedAt", Texts.compactOfIso(attachment.path("at").asString()));
        }
    }

    private static void codes(ArrayNode into, JsonNode keys, Map<String, String> codes) {
        for (JsonNode key : keys) {
            into.add(Codes.code(codes, key.asString()));
        }
    }

    private static String flag(JsonNode body, String name) {
        return body.path(name).asBoolean() ? "1" : "0";
    }

    private static void optional(ObjectNode order, String name, String value) {
        if (value != null) {
            order.put(name, value);
        }
    }

    private static String text(JsonNode node, String name) {
        JsonNode field = node.path(name);
        String text =
                field.isMissingNode() || field.isNull() ? "" : field.asString().strip();
        return text.isEmpty() ? null : text;
    }

    private static String required(JsonNode node, String name, int most) {
        String text = text(node, name);
        if (text == null || text.length() > most) {
            throw new IllegalArgumentException("a required field is missing or too long");
        }
        return text;
    }
}
