package org.hotlinegateway.bench;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the case in one pass over its tokens, as one writes it by hand. */
final class CaseByStreaming {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Order order = new Order();

    private CaseByStreaming() {}

    static Order read(byte[] source) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), source)) {
            CaseByStreaming reader = new CaseByStreaming();
            parser.nextToken();
            reader.document(parser);
            reader.order.check();
            return reader.order;
        }
    }

    private void document(JsonParser parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            switch (name) {
                case "id" -> order.requestId = text(parser);
                case "subject" -> order.serialNumber = text(parser);
                case "payload" -> payload(parser);
                case "case" -> body(parser);
                default -> parser.skipChildren();
            }
        }
    }

    private void payload(JsonParser parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            switch (name) {
                case "kind" -> order.orderKind = Codes.code(Codes.KINDS, parser.getString());
                case "unitCode" -> order.unitCode = text(parser);
                case "urgency" -> order.urgency = text(parser);
                default -> parser.skipChildren();
            }
        }
    }

    private void body(JsonParser parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            switch (name) {
                case "channel" -> order.sourceType = Codes.code(Codes.CHANNELS, parser.getString());
                case "coUnits" -> texts(parser, order.coUnits);
                case "windowNo" -> order.windowNo = text(parser);
                case "registrar" -> order.registrar = text(parser);
                case "appealType" -> order.callerType = text(parser);
                case "urgent" -> order.urgent = token == JsonToken.VALUE_TRUE;
                case "secret" -> order.secret = token == JsonToken.VALUE_TRUE;
                case "open" -> order.open = token == JsonToken.VALUE_TRUE;
                case "needReply" -> order.visit = token == JsonToken.VALUE_TRUE;
                case "attachments" -> files(parser);
                case "registeredAt" -> order.registerTime = Texts.printed(parser.getString());
                case "requester" -> requester(parser);
                case "matter" -> matter(parser);
                case "place" -> place(parser);
                case "causes" -> texts(parser, order.causes);
                case "title" -> order.title = Texts.shortened(text(parser), 30);
                case "content" -> order.majorContent = text(parser);
                case "supplement" -> order.supplyContent = text(parser);
                case "hostUnit" -> order.hostUnit = text(parser);
                case "timeLimit" -> timeLimit(parser);
                case "deadline" -> order.deadlineDate = Texts.printed(parser.getString());
                default -> parser.skipChildren();
            }
        }
    }

    private void requester(JsonParser parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            switch (name) {
                case "name" -> order.callerName = Texts.masked(parser.getString(), 1, 0);
                case "gender" -> order.callerSex = Codes.code(Codes.GENDERS, parser.getString());
                case "certNo" -> order.callerIdcard = Texts.masked(parser.getString(), 3, 4);
                case "contactPhone" -> order.number = Texts.masked(parser.getString(), 3, 4);
                case "orgName" -> order.companyName = text(parser);
                default -> parser.skipChildren();
            }
        }
    }

    private void matter(JsonParser parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            switch (name) {
                case "code" -> order.serviceCode = text(parser);
                case "name" -> order.serviceName = text(parser);
                default -> parser.skipChildren();
            }
        }
    }

    private void place(JsonParser parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            switch (name) {
                case "regionCode" -> order.areaCode = text(parser);
                case "text" -> order.placeText = text(parser);
                case "detail" -> order.placeDetail = text(parser);
                default -> parser.skipChildren();
            }
        }
    }

    private void timeLimit(JsonParser parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            if (name.equals("workdays")) {
                order.handleDays = parser.getString();
            } else {
                parser.skipChildren();
            }
        }
    }

    private void files(JsonParser parser) {
        order.hasFiles = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Order.OrderFile file = new Order.OrderFile();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                switch (name) {
                    case "id" -> file.id = text(parser);
                    case "name" -> file.name = text(parser);
                    case "size" -> file.size = parser.getLongValue();
                    case "at" -> file.at = Texts.compactOfIso(parser.getString());
                    default -> parser.skipChildren();
                }
            }
            order.files.add(file);
        }
    }

    private static void texts(JsonParser parser, java.util.List<String> into) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            into.add(parser.getString());
        }
    }

    /** Blank counts as missing. */
    private static String text(JsonParser parser) {
        String text = parser.getString();
        String stripped = text == null ? "" : text.strip();
        return stripped.isEmpty() ? null : stripped;
    }
}
