package org.hotlinegateway.simulator;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Stands in for the supervision platform: takes a gap-free feed that holds no personal data. */
public final class SimulatedSupervision extends StandIn {
    private static final String FEED = "/supervision/feed";
    private static final String DOOR = "/api/v1/supervision/notes";

    private final String token;
    private final GatewayLine line;
    private int lastSeq = -1;

    SimulatedSupervision(String token, GatewayLine line) {
        super("supervision");
        this.token = token;
        this.line = line;
    }

    /** Sends a steward's note exactly as written; its token is inside. */
    public Reply send(String json) {
        return line.unsigned(DOOR, json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    Set<String> paths() {
        return Set.of(FEED);
    }

    @Override
    Answer answer(Request request) {
        JsonNode message = Json.read(request.body());
        if (message == null) {
            return refusal("报文格式错误");
        }
        Fields fields = new Fields(message);
        fields.required("token", Form.text(100))
                .object(
                        "params",
                        params -> params.whole("feedSeq", 1, Integer.MAX_VALUE)
                                .objects("items", 1, FeedItems::read)
                                .nothingElse())
                .nothingElse();
        if (!fields.value("token").equals(token)) {
            return refusal("token无效");
        }
        String leak = PersonalData.in(fields.node("params"));
        fields.must(leak.isEmpty(), leak, "personal data");
        return fields.sound()
                ? take(fields.node("params").path("feedSeq").asInt())
                : refusal("参数错误:" + fields.problems());
    }

    /** The first number of an empty memory is taken as it is; from then on there must be no gap. */
    private synchronized Answer take(int feedSeq) {
        String key = Integer.toString(feedSeq);
        if (lastSeq >= 0 && feedSeq <= lastSeq) {
            return envelope("1", "", Map.of("feedSeq", feedSeq), Verdict.DUPLICATE, key);
        }
        if (lastSeq >= 0 && feedSeq > lastSeq + 1) {
            return refusal("feedSeq不连续,应为" + (lastSeq + 1));
        }
        lastSeq = feedSeq;
        return envelope("1", "", Map.of("feedSeq", feedSeq), Verdict.TAKEN, key);
    }

    @Override
    Answer refusal(String text) {
        return envelope("0", text.isEmpty() ? "平台维护中" : text, Map.of(), Verdict.REFUSED, null);
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
    synchronized void forgetState() {
        lastSeq = -1;
    }
}
