package org.hotlinegateway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person does at the desk of a gateway after a restore. */
final class StaffDesk {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CASE_NO = Pattern.compile("BBCS-\\d+-\\d+-\\d+");
    private static final Set<String> ON_ITS_WAY = Set.of("READY", "CLAIMED");

    private final HttpClient http = HttpClient.newHttpClient();
    private final GatewayProcess gateway;

    StaffDesk(GatewayProcess gateway) {
        this.gateway = gateway;
    }

    /** A delivery that waits for a person. */
    record Held(long id, String peer, String caseNo, String eventType, String code) {}

    List<Held> held() {
        return elements(ask("GET", "/deliveries/held?limit=500", ""))
                .map(one -> new Held(
                        one.path("id").asLong(),
                        one.path("peer").asString(),
                        one.path("caseNo").asString(),
                        one.path("eventType").asString(),
                        one.path("lastCode").asString()))
                .toList();
    }

    /** Skips what the peer has, replays what it has not. */
    void decide(Held held, boolean peerHasIt) {
        String act = peerHasIt ? "skip" : "replay";
        ask("POST", "/deliveries/" + held.id() + "/" + act, "{\"reason\":\"asked the peer\"}");
    }

    /** Compares the last day with the peer's list. */
    void reconcile(String peer) {
        Instant now = Instant.now();
        String wanted = "{\"peer\":\"%s\",\"since\":\"%s\",\"until\":\"%s\",\"reason\":\"drill\"}"
                .formatted(peer, now.minus(Duration.ofDays(1)), now.plusSeconds(1));
        long run = ask("POST", "/reconciliations", wanted).path("id").asLong();
        Awaitility.await("the reconciliation ends")
                .atMost(Duration.ofMinutes(2))
                .until(() -> ask("GET", "/reconciliations/" + run, "")
                        .path("state")
                        .asString()
                        .equals("DONE"));
    }

    /** Cases of which the peer lists something that is not known here. */
    Set<String> casesOnlyThePeerTellsOf(String peer) {
        return elements(ask("GET", "/reconciliations/findings?limit=500&peer=" + peer, ""))
                .filter(one -> one.path("kind").asString().equals("THEIRS_ONLY"))
                .flatMap(one -> CASE_NO.matcher(one.path("key").asString()).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** Waits until the peer gets nothing more by itself. */
    void awaitNothingOnItsWayTo(String peer) {
        Awaitility.await("nothing is on its way to " + peer)
                .atMost(Duration.ofMinutes(2))
                .until(() -> elements(ask("GET", "/balance", "").path("deliveries"))
                        .filter(lane -> lane.path("peer").asString().equals(peer))
                        .noneMatch(
                                lane -> ON_ITS_WAY.contains(lane.path("state").asString())));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private JsonNode ask(String method, String path, String body) {
        String credential = Base64.getEncoder().encodeToString("staff:demo".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway.url() + "/staff/api/v1" + path))
                .header("Authorization", "Basic " + credential)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path + " " + answer.body()).isLessThan(300);
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
