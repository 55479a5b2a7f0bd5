package org.hotlinegateway.simulator;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Stands in for the legacy hotline: XML in GBK bytes both ways, signed in the HEAD. */
public final class LegacyHotline extends StandIn {
    static final String ORDERS = "/legacy/orders";
    static final String ACTIONS = "/legacy/actions";
    static final String LIST = "/legacy/reconciliations";
    private static final String DOOR = "/api/v1/hotline-legacy/callbacks";
    private static final String XML = "text/xml; charset=GBK";
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final Clock clock;
    private final GatewayLine line;
    private final String secret;
    private final OrderBook orders = new OrderBook();
    private final TakenBook taken = new TakenBook();
    private final HotlineList list;
    private final AtomicInteger sent = new AtomicInteger();

    LegacyHotline(String secret, Clock clock, GatewayLine line) {
        super("hotline-legacy");
        this.secret = secret;
        this.clock = clock;
        this.line = line;
        this.list = new HotlineList(taken, clock);
    }

    /** What it lists when asked what it has from the gateway. */
    public TakenBook taken() {
        return taken;
    }

    /** Forgets what came under this serial number, order and all. */
    public void lose(String serial) {
        taken.lose(serial).ifPresent(key -> {
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
    public Reply callback(String orderNo, String state, Map<String, ?> fields) {
        String now = HotlineOrder.LOCAL.format(LocalDateTime.now(clock));
        return callback(orderNo, state, orders.nextSeq(orderNo), now, fields);
    }

    /** Calls the gateway back; {@code actTime} is local time, {@code fields} are those of the state. */
    public Reply callback(String orderNo, String state, String seq, String actTime, Map<String, ?> fields) {
        orders.sawSeq(orderNo, seq);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("GDBH", orderNo);
        body.put("XH", seq);
        body.put("ZT", state);
        body.put("CZSJ", actTime);
        body.putAll(fields);
        if (fields.get("XGDBH") instanceof String newOrderNo) {
            orders.redo(orderNo, newOrderNo);
        }
        return send(LegacyXml.message(head(), body));
    }

    /** Sends the bytes of a callback exactly as they are. */
    public Reply send(byte[] xml) {
        return line.legacy(DOOR, xml);
    }

    private Map<String, String> head() {
        String now = COMPACT.format(LocalDateTime.now(clock));
        Map<String, String> head = new LinkedHashMap<>();
        head.put("LY", "12345");
        head.put("YWLX", "GDHZ");
        head.put("LSH", String.format(Locale.ROOT, "HZ%s-%04d", now, sent.incrementAndGet()));
        head.put("SJ", now);
        head.put("QM", Signatures.headMark(head, secret, LegacyXml.GBK));
        return head;
    }

    void listen(Consumer<HotlineOrder> made) {
        orders.listen(made);
    }

    @Override
    Set<String> paths() {
        return Set.of(ORDERS, ACTIONS, LIST);
    }

    @Override
    Answer answer(Request request) {
        String transport = transport(request);
        if (!transport.isEmpty()) {
            return result("1", transport);
        }
        try {
            return message(request.path(), LegacyXml.read(request.body()));
        } catch (LegacyXml.Broken broken) {
            return result("1", broken.problem());
        }
    }

    private static String transport(Request request) {
        if (!request.header("Transfer-Encoding").isEmpty()
                || request.header("Content-Length").isEmpty()) {
            return "Content-Length missing or body chunked";
        }
        String type = request.header("Content-Type").toLowerCase(Locale.ROOT).replace(" ", "");
        return type.equals("text/xml;charset=gbk") ? "" : "Content-Type is not text/xml; charset=GBK";
    }

    private Answer message(String path, LegacyXml.Message message) {
        Fields head = LegacyDialect.head(new Fields(Json.tree(message.head())), path.equals(LIST));
        if (!head.sound()) {
            return result("2", "HEAD " + head.problems());
        }
        if (!Signatures.headMark(message.head(), secret, LegacyXml.GBK).equals(head.value("QM"))) {
            return result("3", "签名错误");
        }
        Fields body = new Fields(Json.tree(message.body()));
        if (path.equals(LIST)) {
            return listed(HotlineList.legacyQuestion(body));
        }
        if (path.equals(ORDERS) != head.value("YWLX").equals("GDTB")) {
            return result("2", "HEAD YWLX: not for this address");
        }
        return path.equals(ORDERS) ? order(head, LegacyDialect.order(body)) : action(head, body);
    }

    private Answer listed(Fields body) {
        if (!body.sound()) {
            return result("2", "BODY " + body.problems());
        }
        return new Answer(200, XML, LegacyXml.list(list.legacy(body)), Verdict.ASKED, null, "");
    }

    private Answer order(Fields head, Fields body) {
        if (!body.sound()) {
            return result("2", "BODY " + body.problems());
        }
        String key = head.value("LSH");
        OrderBook.Entry entry =
                orders.order(key, made -> number(head.value("SJ"), made), orderNo -> made(orderNo, body));
        return result(entry.order().orderNo(), entry.verdict(), key, key);
    }

    private Answer action(Fields head, Fields body) {
        Fields checked = head.value("YWLX").equals("DB") ? LegacyDialect.oversight(body) : LegacyDialect.action(body);
        String orderNo = body.value("GDBH");
        checked.must(orders.find(orderNo).isPresent(), "GDBH", "unknown order");
        if (!checked.sound()) {
            return result("2", "BODY " + checked.problems());
        }
        String key = "action/" + head.value("LSH");
        return result(orderNo, firstTime(key), head.value("LSH"), key);
    }

    private static String number(String sentAt, int made) {
        return String.format(Locale.ROOT, "0%s%06d", sentAt.substring(2), made);
    }

    private static HotlineOrder made(String orderNo, Fields body) {
        return new HotlineOrder(
                orderNo,
                body.value("WBBH"),
                body.value("CBDW"),
                LocalDateTime.parse(body.value("DJSJ"), HotlineOrder.LOCAL),
                body.value("JZSJ"));
    }

    @Override
    Answer refusal(String text) {
        return result("5", text.isEmpty() ? "承办单位不在服务范围" : text);
    }

    private static Answer result(String code, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("CODE", code);
        fields.put("MSG", text);
        return new Answer(200, XML, LegacyXml.result(fields), Verdict.REFUSED, null, text);
    }

    private Answer result(String orderNo, Verdict verdict, String serial, String key) {
        boolean first = verdict == Verdict.TAKEN;
        if (first) {
            taken.take(serial, key, orderNo, clock.instant());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("CODE", first ? "0" : "9");
        fields.put("MSG", first ? "成功" : "重复推送");
        fields.put("GDBH", orderNo);
        return new Answer(200, XML, LegacyXml.result(fields), verdict, key, "");
    }

    @Override
    void forgetState() {
        orders.clear();
        taken.clear();
        sent.set(0);
    }
}
