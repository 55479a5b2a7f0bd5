package org.hotlinegateway.simulator;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Stands in for the appointment system: always answers 200, says in its envelope whether it did the thing. */
public final class SimulatedAppointment extends StandIn {
    private static final String API = "/appointment/api";
    private static final String DOOR = "/api/v1/appointment/alerts";
    private static final Form HALL = Form.pattern("hall id h-…", "h-[a-z]+-\\d{2}");
    private static final Form TASK_TYPE = Form.pattern("task type t-…", "t-\\d{4}");

    private final String token;
    private final GatewayLine line;
    private final AtomicInteger tickets = new AtomicInteger(11);
    private volatile String slotRefusal = "";

    SimulatedAppointment(String token, GatewayLine line) {
        super("appointment");
        this.token = token;
        this.line = line;
    }

    /** Sends an alert exactly as written; its token is inside. */
    public Reply alert(String json) {
        return line.unsigned(DOOR, json.getBytes(StandardCharsets.UTF_8));
    }

    /** From now on slots are refused with this sentence; empty grants them again. */
    public void refuseSlots(String sentence) {
        slotRefusal = sentence;
    }

    @Override
    Set<String> paths() {
        return Set.of(API);
    }

    @Override
    Answer answer(Request request) {
        JsonNode message = Json.read(request.body());
        if (message == null) {
            return refusal("报文格式错误");
        }
        Fields fields = new Fields(message);
        fields.required("token", Form.text(100)).object("params", this::params).nothingElse();
        if (!fields.value("token").equals(token)) {
            return refusal("token无效");
        }
        return fields.sound() ? perform(new Fields(fields.node("params"))) : refusal("参数错误:" + fields.problems());
    }

    private void params(Fields params) {
        params.required("event", Form.oneOf("QUOTA_POLICY_CHANGED", "SLOT_REQUESTED"))
                .required("hallId", HALL);
        if (params.value("event").equals("SLOT_REQUESTED")) {
            params.required("caseNo", Form.CASE_NO)
                    .required("taskTypeId", TASK_TYPE)
                    .required("slotDate", Form.DATE)
                    .required("why", Form.oneOf("GREEN_CHANNEL"));
        } else {
            quota(params);
        }
        params.nothingElse();
    }

    private static void quota(Fields params) {
        params.texts("taskTypeIds", TASK_TYPE, 1)
                .required("policy", Form.oneOf("LIMITED", "WALK_IN"))
                .required("effectiveFrom", Form.LOCAL_TIME)
                .optional("effectiveTo", Form.LOCAL_TIME)
                .optional("caseNo", Form.CASE_NO)
                .required("approvedBy", Form.text(40));
        if (params.value("policy").equals("WALK_IN")) {
            params.nothing("quota");
        } else {
            params.whole("quota", 1, 100_000);
        }
    }

    private Answer perform(Fields params) {
        return params.value("event").equals("SLOT_REQUESTED") ? slot(params) : policy(params);
    }

    private Answer policy(Fields params) {
        String key = params.value("caseNo") + "/" + params.value("hallId") + "/" + params.value("effectiveFrom");
        Verdict verdict = firstTime(key);
        if (verdict == Verdict.DUPLICATE) {
            return envelope("0", "该限号策略已生效", Map.of(), verdict, key);
        }
        return envelope("1", "", Map.of("applied", params.node("taskTypeIds").size()), verdict, key);
    }

    private Answer slot(Fields params) {
        if (!slotRefusal.isEmpty()) {
            return refusal(slotRefusal);
        }
        String key = params.value("caseNo") + "/" + params.value("taskTypeId") + "/" + params.value("slotDate");
        Verdict verdict = firstTime("slot/" + key);
        if (verdict == Verdict.DUPLICATE) {
            return envelope("0", "该号源已存在", Map.of(), verdict, "slot/" + key);
        }
        Map<String, Object> granted = new LinkedHashMap<>();
        granted.put("ticketNo", String.format(Locale.ROOT, "A%03d", tickets.incrementAndGet()));
        granted.put("windowNo", "7");
        granted.put("at", params.value("slotDate") + " 09:11:00");
        return envelope("1", "", granted, verdict, "slot/" + key);
    }

    @Override
    Answer refusal(String text) {
        String sentence = text.isEmpty() ? "限号配置格式错误" : text;
        return envelope("0", sentence, Map.of(), Verdict.REFUSED, null);
    }

    private static Answer envelope(
            String status, String text, Map<String, ?> custom, Verdict verdict, @Nullable String key) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        body.put("text", text);
        body.put("custom", custom);
        return Answer.json(200, body, verdict, key, text);
    }

    @Override
    void forgetState() {
        tickets.set(11);
        slotRefusal = "";
    }
}
