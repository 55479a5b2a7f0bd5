package org.hotlinegateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A stand-in that only configuration knows. */
class SimulatedPlainTest {
    @Test
    void itTakesWhatIsPostedAndNumbersItsAnswer() throws Exception {
        SimulatorSettings.Plain letters =
                new SimulatorSettings.Plain(Set.of("/letters"), "text/xml", "<taken>L-{number}</taken>");
        SimulatorSettings settings = new SimulatorSettings(
                true,
                "127.0.0.1",
                0,
                "http://localhost:1",
                false,
                Duration.ZERO,
                "s",
                "t",
                Map.of("letters2", letters));
        try (StandInPeers peers = new StandInPeers(settings, Clock.systemUTC())) {
            peers.start();
            assertThat(post(peers, "/letters").body()).isEqualTo("<taken>L-1</taken>");
            HttpResponse<String> second = post(peers, "/letters");
            assertThat(second.body()).isEqualTo("<taken>L-2</taken>");
            assertThat(second.headers().firstValue("Content-Type")).contains("text/xml");
            assertThat(peers.received("letters2"))
                    .extracting(Received::bodyText)
                    .containsExactly("a=b", "a=b");
            assertThat(post(peers, "/other").statusCode()).isEqualTo(404);
            assertThat(inspected(peers)).contains("\"received\" : 2");
            peers.forget();
            assertThat(post(peers, "/letters").body()).isEqualTo("<taken>L-1</taken>");
        }
    }

    private static HttpResponse<String> post(StandInPeers peers, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(peers.url() + path))
                .POST(HttpRequest.BodyPublishers.ofString("a=b"))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String inspected(StandInPeers peers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(peers.url() + "/inspect/letters2"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
