package org.hotlinegateway.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shows over HTTP what the stand-in peers received and made, and tells them how to behave. */
final class Inspection {
    private static final Pattern OF_PEER = Pattern.compile("/inspect/([a-z0-9-]+)(/mode|/next-order)?");
    private static final int SHOWN = 100;

    private final Map<String, StandIn> standIns;

    Inspection(Map<String, StandIn> standIns) {
        this.standIns = standIns;
    }

    Answer answer(Request request, @Nullable String query) {
        Map<String, String> asked = asked(query);
        if (request.path().equals("/inspect")) {
            return all(request.method());
        }
        Matcher matcher = OF_PEER.matcher(request.path());
        StandIn standIn = matcher.matches() ? standIns.get(matcher.group(1)) : null;
        if (standIn == null) {
            return problem(404, "Nothing here. Peers: " + String.join(", ", standIns.keySet()) + ".");
        }
        String what = Optional.ofNullable(matcher.group(2)).orElse("");
        return switch (request.method() + what) {
            case "GET" -> shown(peer(standIn, asked));
            case "DELETE" -> forget(List.of(standIn));
            case "PUT/mode" -> mode(standIn, request, asked);
            case "PUT/next-order" -> nextOrder(standIn, asked.getOrDefault("orderNo", ""));
            default -> problem(405, "Method not allowed here.");
        };
    }

    private Answer all(String method) {
        return switch (method) {
            case "GET" -> shown(summary());
            case "DELETE" -> forget(standIns.values());
            default -> problem(405, "Method not allowed here.");
        };
    }

    private Answer forget(Iterable<StandIn> which) {
        which.forEach(StandIn::forget);
        return shown(summary());
    }

    private Answer mode(StandIn standIn, Request request, Map<String, String> asked) {
        String body = new String(request.body(), StandardCharsets.UTF_8).strip();
        Optional<Mode> mode = Mode.named(asked.getOrDefault("mode", body));
        String count = asked.getOrDefault("count", "");
        if (mode.isEmpty() || !count.matches("\\d{0,9}")) {
            return problem(422, "mode or count not understood. Modes: " + modes() + ".");
        }
        standIn.behave(
                mode.get(), count.isEmpty() ? Long.MAX_VALUE : Long.parseLong(count), asked.getOrDefault("text", ""));
        return shown(summary());
    }

    private Answer nextOrder(StandIn standIn, String orderNo) {
        if (orderNo.isBlank()) {
            return problem(422, "orderNo missing.");
        }
        if (standIn instanceof SimulatedHotline hotline) {
            hotline.nextOrderNo(orderNo);
        } else if (standIn instanceof LegacyHotline hotline) {
            hotline.nextOrderNo(orderNo);
        } else {
            return problem(422, "Only a hotline makes orders.");
        }
        return shown(Map.of("nextOrderNo", orderNo));
    }

    private Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        standIns.forEach((peer, standIn) -> summary.put(peer, counts(standIn)));
        return summary;
    }

    private static Map<String, Object> counts(StandIn standIn) {
        List<Received> received = standIn.received();
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("mode", standIn.mode().shown());
        counts.put("received", received.size());
        for (Verdict verdict : Verdict.values()) {
            long count =
                    received.stream().filter(one -> one.verdict() == verdict).count();
            counts.put(verdict.name().toLowerCase(Locale.ROOT), count);
        }
        return counts;
    }

    private static Map<String, Object> peer(StandIn standIn, Map<String, String> asked) {
        List<Received> received = standIn.received();
        String limit = asked.getOrDefault("limit", "");
        int shown = limit.matches("\\d{1,6}") ? Integer.parseInt(limit) : SHOWN;
        Map<String, Object> view = new LinkedHashMap<>(counts(standIn));
        view.put("effects", standIn.effects());
        view.put(
                "messages",
                received.subList(Math.max(0, received.size() - shown), received.size()).stream()
                        .map(Inspection::message)
                        .toList());
        return view;
    }

    private static Map<String, Object> message(Received one) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", one.number());
        view.put("at", one.at().toString());
        view.put("path", one.path());
        view.put("verdict", one.verdict().name());
        view.put("key", one.key());
        view.put("problem", one.text());
        view.put("headers", new TreeMap<>(one.headers()));
        view.put("body", one.bodyText());
        view.put("bytes", Base64.getEncoder().encodeToString(one.body()));
        return view;
    }

    private static Answer shown(Map<String, ?> view) {
        return new Answer(200, "application/json; charset=utf-8", Json.pretty(view), Verdict.TAKEN, null, "");
    }

    private static Answer problem(int status, String text) {
        return Answer.json(status, Map.of("problem", text), Verdict.REFUSED, null, text);
    }

    private static String modes() {
        return String.join(", ", Arrays.stream(Mode.values()).map(Mode::shown).toList());
    }

    /** Parameters of an already decoded query. */
    private static Map<String, String> asked(@Nullable String query) {
        Map<String, String> asked = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                asked.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return asked;
    }
}
