package org.hotlinegateway.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A line that fails does exactly what its fault says. */
class FaultProxyTest {
    private static final String NOTICE =
            "{\"msgId\":\"M%d\",\"version\":1,\"caseNo\":\"BBCS-442000002-20261101-0001\"}";

    @TempDir
    Path folder;

    private PeerOracle oracle;
    private FaultProxy line;
    private int sent;

    @BeforeEach
    void open() {
        oracle = new PeerOracle(new OracleMemory(new Histories(folder), Set.of()));
        line = new FaultProxy("window", oracle.port(), 1);
    }

    @AfterEach
    void close() {
        line.close();
        oracle.close();
    }

    @Test
    void withoutFaultsItCarries() throws Exception {
        assertThat(post().statusCode()).isEqualTo(202);
        assertThat(line.faults().strikes()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"LATENCY", "SLOW_DRIP"})
    void aSlowLineCarriesAllTheSame(LineFault fault) throws Exception {
        line.faults().set(fault, 1);
        assertThat(post().statusCode()).isEqualTo(202);
        assertThat(line.faults().strikes()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_BEFORE_ANSWER", "GARBAGE"})
    void aLineThatBreaksLateHasHadItsEffect(LineFault fault) {
        line.faults().set(fault, 1);
        assertThatThrownBy(this::post).isInstanceOf(IOException.class);
        assertThat(oracle.memory().requests()).isEqualTo(1);
        assertThat(line.faults().strikes()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"BLACKHOLE", "CUT_BEFORE_REQUEST"})
    void aLineThatBreaksEarlyHasNone(LineFault fault) {
        line.faults().set(fault, 1);
        assertThatThrownBy(this::post).isInstanceOf(IOException.class);
        assertThat(oracle.memory().requests()).isZero();
        assertThat(line.faults().strikes()).isEqualTo(1);
    }

    @Test
    void aRequestThatIsDoubledArrivesTwice() throws Exception {
        line.faults().set(LineFault.DUPLICATE, 1);
        assertThat(post().statusCode()).isEqualTo(202);
        Awaitility.await().until(() -> oracle.memory().requests() == 2);
    }

    @Test
    void nobodyListensWhileItIsDown() throws Exception {
        line.down();
        assertThatThrownBy(this::post).isInstanceOf(IOException.class);
        line.up();
        assertThat(post().statusCode()).isEqualTo(202);
    }

    private HttpResponse<String> post() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(line.url() + "/window/inbox"))
                                .timeout(Duration.ofSeconds(2))
                                .POST(HttpRequest.BodyPublishers.ofString(NOTICE.formatted(++sent)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
