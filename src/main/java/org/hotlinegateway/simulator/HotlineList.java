package org.hotlinegateway.simulator;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How the stand-in hotlines list what they have: the modern one by cursor, the legacy one by confirming. */
final class HotlineList {
    private final TakenBook taken;
    private final Clock clock;

    HotlineList(TakenBook taken, Clock clock) {
        this.taken = taken;
        this.clock = clock;
    }

    static Fields question(Fields fields) {
        return fields.required("beginTime", Form.LOCAL_TIME)
                .required("endTime", Form.LOCAL_TIME)
                .required("pageSize", Form.WHOLE)
                .optional("cursor", Form.WHOLE)
                .nothingElse();
    }

    /** The modern answer's {@code resultData}. */
    Map<String, Object> modern(Fields question) {
        int size = Integer.parseInt(question.value("pageSize"));
        String cursor = question.value("cursor");
        List<TakenBook.Entry> page = taken.page(
                at(question.value("beginTime")),
                at(question.value("endTime")),
                cursor.isEmpty() ? 0 : Long.parseLong(cursor),
                size);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("items", page.stream().map(this::item).toList());
        if (page.size() == size) {
            data.put("nextCursor", Long.toString(page.get(size - 1).place()));
        }
        return data;
    }

    private Map<String, Object> item(TakenBook.Entry entry) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("requestId", entry.key());
        item.put("orderNo", entry.number());
        item.put("kind", entry.businessKey().startsWith("action/") ? "ACTION" : "ORDER");
        item.put("status", entry.isVoid() ? "9" : "1");
        item.put("receiveTime", text(entry.at()));
        return item;
    }

    static Fields legacyQuestion(Fields body) {
        return body.required("PCH", Form.ID)
                .required("KSSJ", Form.LOCAL_TIME)
                .required("JSSJ", Form.LOCAL_TIME)
                .required("MYTS", Form.WHOLE)
                .optional("QRLSH", Form.text(20_000))
                .nothingElse();
    }

    /** The legacy answer's items, at most a hundred of those not confirmed. */
    List<Map<String, String>> legacy(Fields body) {
        Set<String> read = Set.of(body.value("QRLSH").split(",")).stream().collect(Collectors.toSet());
        int size = Math.min(100, Integer.parseInt(body.value("MYTS")));
        return taken.unconfirmed(body.value("PCH"), read, at(body.value("KSSJ")), at(body.value("JSSJ")), size).stream()
                .map(this::legacyItem)
                .toList();
    }

    private Map<String, String> legacyItem(TakenBook.Entry entry) {
        Map<String, String> item = new LinkedHashMap<>();
        item.put("LSH", entry.key());
        item.put("GDBH", entry.number());
        item.put("LX", entry.businessKey().startsWith("action/") ? "DZ" : "GD");
        item.put("ZT", entry.isVoid() ? "9" : "1");
        item.put("SJ", text(entry.at()));
        return item;
    }

    private Instant at(String local) {
        return LocalDateTime.parse(local, HotlineOrder.LOCAL)
                .atZone(clock.getZone())
                .toInstant();
    }

    private String text(Instant at) {
        return HotlineOrder.LOCAL.format(LocalDateTime.ofInstant(at, clock.getZone()));
    }
}
