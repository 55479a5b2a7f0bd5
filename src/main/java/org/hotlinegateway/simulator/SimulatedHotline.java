package org.hotlinegateway.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Stands in for the modern hotline: makes orders, takes actions, says whether it has taken a request, and calls the gateway
 * back.
 */
public final class SimulatedHotline extends StandIn {
    static final String ORDERS = "/hotline/v2/orders";
    static final String ACTIONS = "/hotline/v2/callbacks";
    static final String FILES = "/hotline/v2/files";
    static final String QUERIES = "/hotline/v2/queries";
    static final String LIST = "/hotline/v2/reconciliations";
    private static final String DOOR = "/api/v1/hotline/callbacks";

    private final Clock clock;
    private final GatewayLine line;
    private final SignedHeaders signatures;
    private final OrderBook orders = new OrderBook();
    private final TakenBook taken = new TakenBook();
    private final HotlineList list;

    SimulatedHotline(String secret, Clock clock, GatewayLine line) {
        super("hotline");
        this.clock = clock;
        this.line = line;
        this.signatures = new SignedHeaders(secret, "zs-bbcs-gw", clock);
        this.list = new HotlineList(taken, clock);
    }

    /** What it lists when asked what it has from the gateway. */
    public TakenBook taken() {
        return taken;
    }

    /** Forgets what came under this request id, order and all. */
    public void lose(String requestId) {
        taken.lose(requestId).ifPresent(key -> {
            orders.forget(key);
            forgetKey(key);
        });
    }

    /** The next order gets this number. */
    public void nextOrderNo(String orderNo) {
        orders.want(orderNo);
    }

    /** The latest order of a case. */
    public Optional<String> orderOf(String caseNo) {
        return orders.ofCase(caseNo);
    }

    /** Calls the gateway back now, with the order's next sequence number. */
    public Reply callback(String orderNo, String action, Map<String, ?> fields) {
        return callback(orderNo, action, orders.nextSeq(orderNo), now(), fields);
    }

    /** Calls the gateway back; {@code actTime} is local time, {@code fields} are those of the action. */
    public Reply callback(String orderNo, String action, String seq, String actTime, Map<String, ?> fields) {
        orders.sawSeq(orderNo, seq);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("orderNo", orderNo);
        message.put("action", action);
        message.put("seq", seq);
        message.put("actTime", actTime);
        message.putAll(fields);
        if (fields.get("newOrderNo") instanceof String newOrderNo) {
            orders.redo(orderNo, newOrderNo);
        }
        return send(new String(Json.bytes(message), StandardCharsets.UTF_8));
    }

    /** Sends a callback exactly as written, signed. */
    public Reply send(String json) {
        return line.signed(DOOR, "hotline-12345", json.getBytes(StandardCharsets.UTF_8));
    }

    void listen(Consumer<HotlineOrder> made) {
        orders.listen(made);
    }

    @Override
    Set<String> paths() {
        return Set.of(ORDERS, ACTIONS, FILES, QUERIES, LIST);
    }

    @Override
    Answer answer(Request request) {
        String unsigned = signatures.check(request);
        if (!unsigned.isEmpty()) {
            return refusal(401, "40101", unsigned);
        }
        if (request.path().equals(FILES)) {
            return file(Multipart.read(request.header("Content-Type"), request.body()));
        }
        JsonNode message = Json.read(request.body());
        if (message == null) {
            return refusal(200, "40001", "body is not JSON");
        }
        Fields fields = new Fields(message);
        if (request.path().equals(QUERIES)) {
            return query(HotlineDialect.query(fields));
        }
        if (request.path().equals(LIST)) {
            return listed(HotlineList.question(fields));
        }
        return request.path().equals(ORDERS)
                ? order(HotlineDialect.order(fields))
                : action(HotlineDialect.action(fields));
    }

    private Answer listed(Fields question) {
        if (!question.sound()) {
            return refusal(200, "40004", question.problems());
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("success", true);
        body.put("code", "10000");
        body.put("message", "");
        body.put("resultData", list.modern(question));
        return Answer.json(200, body, Verdict.ASKED, null, "");
    }

    private Answer order(Fields fields) {
        if (!fields.sound()) {
            return refusal(200, "40002", fields.problems());
        }
        String key = fields.value("serialNumber") + "/" + fields.value("requestId");
        OrderBook.Entry entry = orders.order(key, this::number, orderNo -> made(orderNo, fields));
        return accepted(entry.order().orderNo(), entry.verdict(), fields.value("requestId"), key);
    }

    private Answer action(Fields fields) {
        String orderNo = fields.value("orderNo");
        fields.must(orderNo.isEmpty() || orders.find(orderNo).isPresent(), "orderNo", "unknown order");
        if (!fields.sound()) {
            return refusal(200, "40003", fields.problems());
        }
        String key = "action/" + fields.value("requestId");
        return accepted(orderNo, firstTime(key), fields.value("requestId"), key);
    }

    private Answer file(Multipart message) {
        Fields fields = HotlineDialect.file(new Fields(Json.tree(message.fields())), message);
        String orderNo = fields.value("orderNo");
        fields.must(orders.find(orderNo).isPresent(), "orderNo", "unknown order");
        if (!fields.sound()) {
            return refusal(200, "40004", fields.problems());
        }
        String key = "file/" + orderNo + "/" + fields.value("fileNo");
        return answered(orderNo, firstTime(key), key);
    }

    private Answer query(Fields fields) {
        if (!fields.sound()) {
            return refusal(200, "40004", fields.problems());
        }
        String requestId = fields.value("requestId");
        Optional<String> orderNo =
                orders.ofKey(fields.value("serialNumber") + "/" + requestId).map(HotlineOrder::orderNo);
        Map<String, Object> body = new LinkedHashMap<>();
        boolean found = orderNo.isPresent() || wasSeen("action/" + requestId);
        body.put("success", true);
        body.put("code", found ? "10000" : "20404");
        body.put("message", found ? "" : "没有这个请求");
        body.put("resultData", orderNo.isPresent() ? Map.of("orderNo", orderNo.get()) : Map.of());
        return Answer.json(200, body, Verdict.TAKEN, null, "");
    }

    private Answer accepted(String orderNo, Verdict verdict, String requestId, String key) {
        if (verdict == Verdict.TAKEN) {
            taken.take(requestId, key, orderNo, clock.instant());
        }
        return answered(orderNo, verdict, key);
    }

    private static Answer answered(String orderNo, Verdict verdict, String key) {
        boolean first = verdict == Verdict.TAKEN;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("success", first);
        body.put("code", first ? "10000" : "20409");
        body.put("message", first ? "" : "重复推送");
        body.put("resultData", Map.of("orderNo", orderNo));
        return Answer.json(200, body, verdict, key, "");
    }

    @Override
    Answer refusal(String text) {
        return refusal(200, "40009", text.isEmpty() ? "承办单位不在服务范围" : text);
    }

    private static Answer refusal(int status, String code, String text) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("success", false);
        body.put("code", code);
        body.put("message", text);
        return Answer.json(status, body, Verdict.REFUSED, null, text);
    }

    private String number(int made) {
        String day = DateTimeFormatter.ofPattern("yyMMdd").format(LocalDateTime.now(clock));
        return String.format(Locale.ROOT, "%s%09d-01", day, 20_000 + made);
    }

    private static HotlineOrder made(String orderNo, Fields fields) {
        return new HotlineOrder(
                orderNo,
                fields.value("serialNumber"),
                fields.value("organizationCode"),
                LocalDateTime.parse(fields.value("registerTime"), HotlineOrder.LOCAL),
                fields.value("deadlineDate"));
    }

    private String now() {
        return HotlineOrder.LOCAL.format(LocalDateTime.now(clock));
    }

    @Override
    void forgetState() {
        orders.clear();
        taken.clear();
    }
}
