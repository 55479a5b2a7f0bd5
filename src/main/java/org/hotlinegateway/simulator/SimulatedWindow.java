package org.hotlinegateway.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Stands in for the window software of the halls: sends cases, keeps every notice it gets. */
public final class SimulatedWindow extends StandIn {
    private static final String INBOX = "/window/inbox";
    private static final String DOOR = "/api/v1/window/events";
    private static final Form EVENT = Form.oneOf("STATUS", "CASE_CREATED", "CASE_SUPPLEMENT", "REMINDER", "CARD");

    private final GatewayLine line;
    private final SignedHeaders signatures;

    SimulatedWindow(String secret, Clock clock, GatewayLine line) {
        super("window");
        this.line = line;
        this.signatures = new SignedHeaders(secret, "zs-bbcs-gw", clock);
    }

    /** Sends a window event exactly as written, signed. */
    public Reply send(String json) {
        return line.signed(DOOR, "window-dongqu", json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    Set<String> paths() {
        return Set.of(INBOX);
    }

    @Override
    Answer answer(Request request) {
        String unsigned = signatures.check(request);
        if (!unsigned.isEmpty()) {
            return refusal(401, unsigned);
        }
        JsonNode message = Json.read(request.body());
        if (message == null) {
            return refusal(422, "body is not JSON");
        }
        Fields notice = new Fields(message);
        notice.required("msgId", Form.ID)
                .required("event", EVENT)
                .whole("version", 1, Integer.MAX_VALUE)
                .required("occurredAt", Form.ZONED_TIME)
                .required("caseNo", Form.CASE_NO)
                .required("trigger", Form.pattern("event type", "[A-Z_]{3,40}"));
        return notice.sound() ? take(notice.value("msgId")) : refusal(422, notice.problems());
    }

    private Answer take(String msgId) {
        Verdict verdict = firstTime(msgId);
        boolean duplicate = verdict == Verdict.DUPLICATE;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("receipt", "R-" + msgId);
        body.put("duplicate", duplicate);
        return Answer.json(duplicate ? 200 : 202, body, verdict, msgId, "");
    }

    @Override
    Answer refusal(String text) {
        return refusal(422, text.isEmpty() ? "窗口系统维护中" : text);
    }

    private static Answer refusal(int status, String text) {
        return Answer.json(status, Map.of("message", text), Verdict.REFUSED, null, text);
    }

    @Override
    void forgetState() {}
}
