package org.hotlinegateway.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The stories the stand-in peers know: a hard case, a hall without numbers, a request outside the hall's scope. */
public final class Scenarios {
    private final StandInPeers peers;
    private final List<Scenario.Step> steps = new ArrayList<>();
    private final String caseNo;

    private Scenarios(StandInPeers peers, String caseNo) {
        this.peers = peers;
        this.caseNo = caseNo;
    }

    /** A dwelling as business address: to the legacy hotline, extended, resolved, visited, closed. */
    public static Scenario hardCase(StandInPeers peers) {
        return new Scenarios(peers, "BBCS-442000002-20210908-0016")
                .window("CASE_CREATED", "2021-09-08T15:53:00", "window-case.json")
                .legacy("PD", 1, "2021-09-08T16:20:00", "CBDW", "DQJD", "JZSJ", "2021-09-23 23:59:59")
                .legacy("QS", 2, "2021-09-09T09:05:00", "CBDW", "DQJD")
                .legacy("JZ", 3, "2021-09-13T10:00:00", "NR", "正在公示。")
                .legacy("SQYQ", 5, "2021-09-22T11:00:00", "TS", "5", "JZSJ", "2021-09-29", "YY", "公示期未满")
                .legacy("YQTG", 6, "2021-09-22T16:01:30", extension())
                .legacy("BJ", 7, "2021-09-27T15:30:00", "JG", "0", "NR", "公示期满,已发证。", "SFLX", "1", "SFSS", "1")
                .legacy("HF", 8, "2021-09-28T10:02:00", "MYD", "01", "SFJT", "1", "SFJJ", "1")
                .legacy("JA", 9, "2021-09-28T10:05:00")
                .story();
    }

    /** Numbers run out in one hall: alert, more refusals, solved on the spot, quota lifted, closed. */
    public static Scenario noNumber(StandInPeers peers) {
        Scenarios scenario = new Scenarios(peers, "BBCS-442000114-20210625-0001");
        String alert = text("no-number-alert.json");
        String more = alert.replace("\"failCount\": 7", "\"failCount\": 9")
                .replace("\"lastAt\": \"2021-06-25 10:12:40\"", "\"lastAt\": \"2021-06-25 10:20:05\"");
        return scenario.add(
                        "ALERT",
                        "2021-06-25T10:12:40",
                        false,
                        () -> peers.appointment().alert(alert))
                .add(
                        "ALERT_AGAIN",
                        "2021-06-25T10:20:05",
                        true,
                        () -> peers.appointment().alert(more))
                .window("CASE_DONE", "2021-06-25T11:05:00", "hall-result.json")
                .window("QUOTA_CHANGE", "2021-06-25T16:30:00", "quota-change.json")
                .modern("CLOSE", 1, "2021-06-28T09:30:00")
                .story();
    }

    /** A request outside the hall's scope that the hotline hands to the competent department. */
    public static Scenario outOfScope(StandInPeers peers) {
        String unit = "11442000MB0000027W";
        return transfer(peers)
                .modern("ASSIGN", 1, "2021-09-02T11:00:00", "organizationCode", unit)
                .modern("SIGN", 2, "2021-09-02T15:00:00", "organizationCode", unit)
                .modern("PROGRESS", 3, "2021-09-03T10:00:00", "content", "已转承办单位。")
                .modern("RESULT", 4, "2021-09-06T15:30:00", "result", "0", "content", "已答复反映人。", "contacted", "1")
                .modern("VISIT", 5, "2021-09-07T10:00:00", "level", "01", "reached", "1", "solved", "1")
                .modern("CLOSE", 6, "2021-09-07T10:05:00")
                .story();
    }

    /** The same request, refused by the hotline. */
    public static Scenario outOfScopeRefused(StandInPeers peers) {
        return transfer(peers)
                .modern("NOT_ACCEPT", 2, "2021-09-03T09:20:00", "reasonCode", "OTHER_AUTHORITY", "reason", "须通过法定途径处理")
                .story();
    }

    private static Scenarios transfer(StandInPeers peers) {
        return new Scenarios(peers, "BBCS-442000002-20210902-0009")
                .window("CASE_CREATED", "2021-09-02T10:30:00", "out-of-scope-case.json");
    }

    private static String[] extension() {
        return new String[] {
            "TS", "5", "YJZSJ", "2021-09-23", "JZSJ", "2021-09-29", "SXSJ", "2021-09-22 16:00:00", "YY", "公示期未满"
        };
    }

    private Scenarios window(String event, String at, String resource) {
        boolean needsOrder = !event.equals("CASE_CREATED");
        return add(event, at, needsOrder, () -> peers.window().send(text(resource)));
    }

    private Scenarios legacy(String state, int seq, String at, String... fields) {
        return callback(
                state,
                at,
                orderOf(peers.legacy()::orderOf),
                orderNo -> peers.legacy().callback(orderNo, state, Integer.toString(seq), local(at), pairs(fields)));
    }

    private Scenarios modern(String action, int seq, String at, String... fields) {
        return callback(
                action,
                at,
                orderOf(peers.hotline()::orderOf),
                orderNo -> peers.hotline().callback(orderNo, action, Integer.toString(seq), local(at), pairs(fields)));
    }

    private Supplier<String> orderOf(Function<String, Optional<String>> hotline) {
        return () -> hotline.apply(caseNo)
                .orElseThrow(() -> new IllegalStateException("The hotline has no order of " + caseNo + " yet."));
    }

    private Scenarios callback(String name, String at, Supplier<String> orderNo, Function<String, Reply> call) {
        return add(name, at, true, () -> call.apply(orderNo.get()));
    }

    private Scenarios add(String name, String at, boolean needsOrder, Supplier<Reply> call) {
        steps.add(new Scenario.Step(name, LocalDateTime.parse(at), needsOrder, call));
        return this;
    }

    private Scenario story() {
        return new Scenario(caseNo, List.copyOf(steps));
    }

    private static String local(String at) {
        return HotlineOrder.LOCAL.format(LocalDateTime.parse(at));
    }

    private static Map<String, String> pairs(String... fields) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int index = 0; index < fields.length; index += 2) {
            pairs.put(fields[index], fields[index + 1]);
        }
        return pairs;
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(
                Scenarios.class.getResourceAsStream("/simulator/" + resource),
                "A message of the stories is missing.")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("A message of the stories is unreadable.", unreadable);
        }
    }
}
