package org.hotlinegateway.mapping;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a mapping knows beside the message: names, types and meanings, written {@code $name}. */
final class ContextValues {
    /** @param meaning a phrase for the engineer */
    record ContextValue(String name, ConvertSteps.Type type, String meaning) {}

    private static final Map<String, ContextValue> BY_NAME = new LinkedHashMap<>();

    static {
        text("now", "moment of the conversion, ISO 8601 with the offset of the file's zone");
        integer("index", "position of the element inside `each`, counted from 1");
        text("messageId", "identifier of the message");
        integer("attempt", "which attempt of the delivery this is, counted from 1");
        text("eventType", "type of the event that is delivered, or that an answer answers");
        text("caseNo", "number of the case the message is about");
        integer("httpStatus", "status of the peer's answer");
        integer("feedSeq", "number of the item in the supervision feed");
        text("peer", "name of the peer");
        text("mapping", "name of the mapping");
    }

    private ContextValues() {}

    private static void text(String name, String meaning) {
        BY_NAME.put(name, new ContextValue(name, ConvertSteps.Type.TEXT, meaning));
    }

    private static void integer(String name, String meaning) {
        BY_NAME.put(name, new ContextValue(name, ConvertSteps.Type.INTEGER, meaning));
    }

    /** By name, in the order of the reference page. */
    static Map<String, ContextValue> all() {
        return java.util.Collections.unmodifiableMap(BY_NAME);
    }

    /** The value in its type; a text that is no number stays text. */
    static Value typed(String name, String text) {
        ContextValue known = BY_NAME.get(name);
        boolean number = known != null && known.type() == ConvertSteps.Type.INTEGER && Numbers.isInteger(text);
        return number ? new Value.Num(Numbers.canonical(text)) : new Value.Text(text);
    }
}
