package org.hotlinegateway.simulator;

/** The items of the supervision feed; the list of fields is a white list. */
final class FeedItems {
    private static final Form STATE = Form.oneOf(
            "REGISTERED",
            "AWAITING_SECOND_VISIT",
            "ACCEPTED",
            "HANDED_OFF",
            "ASSIGNED",
            "SIGNED",
            "RETURN_PENDING",
            "HANDLING",
            "RESOLVED",
            "VISITING",
            "NOT_ACCEPTED",
            "CLOSED",
            "ARCHIVED");
    private static final Form EVENT_TYPE = Form.pattern("event type", "[A-Z_]{3,40}");
    private static final Form KIND = Form.oneOf(
            "CLOCK_START", "CLOCK_RESET", "CLOCK_STOP", "CLOCK_RESUME", "STATUS", "REMINDER", "CARD", "HOTSPOT");

    private FeedItems() {}

    static void read(Fields item) {
        item.required("kind", KIND);
        if (item.value("kind").equals("HOTSPOT")) {
            hotspot(item);
        } else {
            ofCase(item);
        }
        item.nothingElse();
    }

    private static void hotspot(Fields item) {
        item.required("key", Form.text(200))
                .required("from", Form.DATE)
                .required("to", Form.DATE)
                .whole("count", 1, Integer.MAX_VALUE)
                .whole("distinctRequesters", 1, Integer.MAX_VALUE)
                .share("share")
                .required("advice", Form.oneOf("WINDOW", "FLOW", "STAFF", "KNOWLEDGE"))
                .optional("at", Form.ZONED_TIME)
                .optional("trigger", EVENT_TYPE);
    }

    private static void ofCase(Fields item) {
        item.required("caseNo", Form.CASE_NO)
                .optional("state", STATE)
                .optional("hallCode", Form.pattern("hall code", "[A-Z]{2}-[A-Z]{2,5}"))
                .optional("unitCode", Form.pattern("unit code", "ORG-[A-Z]{2,8}"))
                .optional("oldDeadline", Form.ZONED_TIME)
                .optional("deadline", Form.ZONED_TIME)
                .required("at", Form.ZONED_TIME)
                .optional("trigger", EVENT_TYPE)
                .optional("reminder", Form.pattern("reminder kind", "[A-Z_]{3,30}"))
                .optional("dueAt", Form.ZONED_TIME)
                .optional("level", Form.oneOf("YELLOW", "RED"))
                .seen("workdaysLeft", "seq", "withdrawn");
        boolean clock =
                item.value("kind").startsWith("CLOCK_") && !item.value("kind").equals("CLOCK_STOP");
        item.must(!clock || item.has("deadline"), "deadline", "missing in a clock item");
        item.must(!item.value("kind").equals("CARD") || item.has("level"), "level", "missing in a card item");
    }
}
