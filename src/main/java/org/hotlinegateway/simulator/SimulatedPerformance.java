package org.hotlinegateway.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Stands in for the performance assessment of the hotline: cards, withdrawals and case outcomes. */
public final class SimulatedPerformance extends StandIn {
    private static final String EVENTS = "/perf/v1/events";
    private static final String DOOR = "/api/v1/performance/events";
    private static final Form CARD_ID =
            Form.pattern("CARD-<orderNo>-<LEVEL>-<seq>[-W]", "CARD-\\S+-(YELLOW|RED)-\\d+(-W)?");

    private final GatewayLine line;
    private final SignedHeaders signatures;

    SimulatedPerformance(String secret, Clock clock, GatewayLine line) {
        super("performance");
        this.line = line;
        this.signatures = new SignedHeaders(secret, "zs-bbcs-gw", clock);
    }

    /** Sends a note of the assessment exactly as written, signed. */
    public Reply send(String json) {
        return line.signed(DOOR, "perf-12345", json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    Set<String> paths() {
        return Set.of(EVENTS);
    }

    @Override
    Answer answer(Request request) {
        String unsigned = signatures.check(request);
        if (!unsigned.isEmpty()) {
            return answer(401, 4001, unsigned, Verdict.REFUSED, null);
        }
        JsonNode message = Json.read(request.body());
        if (message == null) {
            return refusal("body is not JSON");
        }
        Fields event = new Fields(message);
        common(event);
        if (event.has("card")) {
            card(event);
        } else {
            outcome(event);
        }
        return event.nothingElse().sound() ? taken(event.value("eventId")) : refusal(event.problems());
    }

    private static void common(Fields event) {
        event.required("eventId", Form.pattern("1 to 100 characters", "\\S{1,100}"))
                .required("caseNo", Form.CASE_NO)
                .optional("orderNo", Form.ID)
                .optional("deadline", Form.ZONED_TIME)
                .optional("org", Form.text(40))
                .optional("ruleSet", Form.text(20));
    }

    private static void card(Fields event) {
        boolean yellow = event.value("card").equals("YELLOW");
        boolean withdrawal = event.value("eventId").endsWith("-W");
        event.required("eventId", CARD_ID)
                .required("orderNo", Form.ID)
                .required("org", Form.text(40))
                .required("ruleSet", Form.text(20))
                .required("card", Form.oneOf("YELLOW", "RED"))
                .whole("level", yellow ? 100 : 200, yellow ? 100 : 200)
                .whole("points", withdrawal ? 0 : -1000, withdrawal ? 1000 : 0);
        if (withdrawal) {
            withdrawn(event);
        } else {
            issued(event);
        }
    }

    private static void issued(Fields event) {
        event.required("deadline", Form.ZONED_TIME)
                .required("asOf", Form.ZONED_TIME)
                .whole("overdueWorkdays", -1000, 1000);
        if (event.node("supersedes").isNull()) {
            event.nothing("supersedes");
        } else {
            event.required("supersedes", CARD_ID);
        }
    }

    private static void withdrawn(Fields event) {
        event.required(
                        "reason",
                        Form.oneOf(
                                "EXTENSION_GRANTED",
                                "RESULT_EARLIER",
                                "NOT_RESPONSIBLE",
                                "CALENDAR_CORRECTED",
                                "MANUAL"))
                .required("effectiveAt", Form.ZONED_TIME);
    }

    private static void outcome(Fields event) {
        event.required("event", Form.oneOf("RESULT", "VISIT", "CLOSED", "REDO"))
                .optional("result", Form.oneOf("SOLVED", "UNSOLVED", "PARTLY", "RETURNED", "EXPLAINED"))
                .optional("resultAt", Form.ZONED_TIME)
                .optional("newOrderNo", Form.ID)
                .seen("onTime", "satisfaction", "solved", "round")
                .must(truth(event, "onTime"), "onTime", "not true or false")
                .must(truth(event, "solved"), "solved", "not true or false")
                .must(level(event), "satisfaction", "not a level from 0 to 5");
    }

    private static boolean truth(Fields event, String name) {
        return !event.has(name) || event.node(name).isBoolean();
    }

    private static boolean level(Fields event) {
        JsonNode level = event.node("satisfaction");
        return level.isMissingNode() || (level.isIntegralNumber() && level.asInt() >= 0 && level.asInt() <= 5);
    }

    private Answer taken(String key) {
        Verdict verdict = firstTime(key);
        return verdict == Verdict.TAKEN
                ? answer(200, 0, "", verdict, key)
                : answer(200, 1001, "eventId已存在", verdict, key);
    }

    @Override
    Answer refusal(String text) {
        return answer(200, 4002, text.isEmpty() ? "考核周期已关闭" : text, Verdict.REFUSED, null);
    }

    private static Answer answer(int status, int code, String text, Verdict verdict, @Nullable String key) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        if (!text.isEmpty()) {
            body.put("message", text);
        }
        return Answer.json(status, body, verdict, key, text);
    }

    @Override
    void forgetState() {}
}
