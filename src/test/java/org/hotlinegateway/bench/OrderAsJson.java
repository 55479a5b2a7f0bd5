package org.hotlinegateway.bench;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the order by a generator, field by field. */
final class OrderAsJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private OrderAsJson() {}

    static byte[] write(Order order, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            head(order, json);
            caller(order, json);
            matter(order, json);
            handling(order, json);
            files(order, json);
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void head(Order order, JsonGenerator json) {
        text(json, "requestId", order.requestId);
        text(json, "serialNumber", order.serialNumber);
        text(json, "registerTime", order.registerTime);
        text(json, "sourceType", order.sourceType);
        text(json, "orderKind", order.orderKind);
        text(json, "callerType", order.callerType);
    }

    private static void caller(Order order, JsonGenerator json) {
        if (!order.secret) {
            text(json, "callerName", order.callerName);
            text(json, "callerSex", order.callerSex);
            text(json, "callerIdcard", order.callerIdcard);
            text(json, "number", order.number);
        }
        text(json, "companyName", order.companyName);
        text(json, "isSecret", order.secret ? "1" : "0");
        text(json, "isOpen", order.open ? "1" : "0");
        text(json, "isVisit", order.visit ? "1" : "0");
    }

    private static void matter(Order order, JsonGenerator json) {
        codes(json, "causes", order.causes, Codes.CAUSES);
        text(json, "causeNames", order.causeNames());
        text(json, "title", order.title);
        text(json, "majorContent", order.majorContent);
        text(json, "supplyContent", order.supplyContent);
        text(json, "areaCode", order.areaCode);
        text(json, "address", order.address());
        text(json, "serviceCode", order.serviceCode);
        text(json, "serviceName", order.serviceName);
    }

    private static void handling(Order order, JsonGenerator json) {
        text(json, "pilotLight", order.pilotLight());
        text(json, "organizationCode", order.organizationCode());
        codes(json, "coOrganizationCodes", order.coUnits, Codes.UNITS);
        text(json, "handleDays", order.handleDays);
        text(json, "deadlineDate", order.deadlineDate);
        text(json, "handler", order.handler());
    }

    private static void files(Order order, JsonGenerator json) {
        if (!order.hasFiles) {
            return;
        }
        json.writeNumberProperty("fileCount", order.files.size());
        json.writeArrayPropertyStart("files");
        for (Order.OrderFile file : order.files) {
            json.writeStartObject();
            text(json, "fileNo", file.id);
            text(json, "fileName", file.name);
            json.writeNumberProperty("sizeKb", file.sizeKb());
            text(json, "uploadedAt", file.at);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    private static void codes(JsonGenerator json, String name, List<String> keys, Map<String, String> codes) {
        json.writeArrayPropertyStart(name);
        for (String key : keys) {
            json.writeString(Codes.code(codes, key));
        }
        json.writeEndArray();
    }
}
