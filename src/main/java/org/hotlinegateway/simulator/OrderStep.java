package org.hotlinegateway.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** One step of an order's life at a hotline, in both dialects, with the time after registration it takes place. */
public enum OrderStep {
    ASSIGN("PD", Duration.ofMinutes(27)),
    SIGN("QS", Duration.ofHours(17)),
    PROGRESS("JZ", Duration.ofDays(4)),
    RESULT("BJ", Duration.ofDays(6)),
    VISIT("HF", Duration.ofDays(7)),
    CLOSE("JA", Duration.ofDays(7).plusMinutes(5));

    private final String legacy;
    private final Duration after;

    OrderStep(String legacy, Duration after) {
        this.legacy = legacy;
        this.after = after;
    }

    String legacy() {
        return legacy;
    }

    Duration after() {
        return after;
    }

    Map<String, String> modernFields(HotlineOrder order) {
        return switch (this) {
            case ASSIGN -> withDeadline("organizationCode", "deadlineDate", order);
            case SIGN -> Map.of("organizationCode", order.unitCode());
            case PROGRESS -> Map.of("content", "已联系反映人,正在办理。");
            case RESULT ->
                Map.of(
                        "result", "0",
                        "content", "已协调办结。",
                        "publicReply", "您反映的事项已办结。",
                        "contacted", "1",
                        "factTrue", "1");
            case VISIT -> Map.of("level", "01", "reached", "1", "solved", "1");
            case CLOSE -> Map.of();
        };
    }

    Map<String, String> legacyFields(HotlineOrder order) {
        return switch (this) {
            case ASSIGN -> withDeadline("CBDW", "JZSJ", order);
            case SIGN -> Map.of("CBDW", order.unitCode());
            case PROGRESS -> Map.of("NR", "已联系反映人,正在办理。");
            case RESULT -> Map.of("JG", "0", "NR", "已协调办结。", "GKDF", "您反映的事项已办结。", "SFLX", "1", "SFSS", "1");
            case VISIT -> Map.of("MYD", "01", "SFJT", "1", "SFJJ", "1");
            case CLOSE -> Map.of();
        };
    }

    private static Map<String, String> withDeadline(String unit, String deadline, HotlineOrder order) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(unit, order.unitCode());
        if (!order.deadline().isEmpty()) {
            fields.put(deadline, order.deadline());
        }
        return fields;
    }
}
