package org.hotlinegateway.bench;

import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the case by a generator, field by field. */
final class CaseAsJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private CaseAsJson() {}

    static byte[] write(Order order, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("schema", "case-event/1");
            json.writeStringProperty("id", order.requestId);
            json.writeStringProperty("subject", order.serialNumber);
            json.writeObjectPropertyStart("payload");
            json.writeStringProperty("kind", order.orderKind);
            json.writeStringProperty("unitCode", order.unitCode);
            json.writeEndObject();
            json.writeObjectPropertyStart("case");
            body(order, json);
            json.writeEndObject();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void body(Order order, JsonGenerator json) {
        json.writeStringProperty("channel", order.sourceType);
        json.writeStringProperty("appealType", order.callerType);
        json.writeBooleanProperty("secret", order.secret);
        json.writeBooleanProperty("open", order.open);
        json.writeBooleanProperty("needReply", order.visit);
        json.writeStringProperty("registeredAt", order.registerTime);
        requester(order, json);
        matter(order, json);
        place(order, json);
        texts(json, "causes", order.causes);
        json.writeStringProperty("title", order.title);
        json.writeStringProperty("content", order.majorContent);
        text(json, "supplement", order.supplyContent);
        if (!order.coUnits.isEmpty()) {
            texts(json, "coUnits", order.coUnits);
        }
        timeLimit(order, json);
        text(json, "deadline", order.deadlineDate);
        text(json, "registrar", order.registrar);
        attachments(order, json);
    }

    private static void requester(Order order, JsonGenerator json) {
        json.writeObjectPropertyStart("requester");
        json.writeStringProperty("name", order.callerName == null ? "匿名" : order.callerName);
        if (!order.secret) {
            text(json, "contactPhone", order.number);
        }
        json.writeEndObject();
    }

    private static void matter(Order order, JsonGenerator json) {
        json.writeObjectPropertyStart("matter");
        text(json, "code", order.serviceCode);
        text(json, "name", order.serviceName);
        json.writeEndObject();
    }

    private static void place(Order order, JsonGenerator json) {
        json.writeObjectPropertyStart("place");
        json.writeStringProperty("regionCode", order.areaCode);
        text(json, "text", order.placeText);
        json.writeEndObject();
    }

    private static void timeLimit(Order order, JsonGenerator json) {
        json.writeObjectPropertyStart("timeLimit");
        json.writeNumberProperty("workdays", Integer.parseInt(order.handleDays));
        json.writeEndObject();
    }

    private static void attachments(Order order, JsonGenerator json) {
        json.writeArrayPropertyStart("attachments");
        for (Order.OrderFile file : order.files) {
            json.writeStartObject();
            json.writeStringProperty("id", file.id);
            json.writeStringProperty("name", file.name);
            json.writeNumberProperty("size", file.size);
            text(json, "at", file.at);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void texts(JsonGenerator json, String name, java.util.List<String> texts) {
        json.writeArrayPropertyStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }
}
