package org.hotlinegateway.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Works with the mappings of a running gateway, over HTTP and with the command line. */
record Engineer(World world) {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    JsonNode get(String path) {
        return World.json(world.staff("GET", path, "").body());
    }

    int status(String path) {
        return world.staff("GET", path, "").statusCode();
    }

    HttpResponse<byte[]> post(String path, String body) {
        return world.staff("POST", path, body);
    }

    /** The digest of the live set. */
    String live() {
        return get("/mappings").path("live").path("digest").asString();
    }

    /** Begins a preview on what was recorded in September 2021, waits for its end and gives its id. */
    String preview(String candidate) {
        HttpResponse<byte[]> started = post(
                "/mappings/previews",
                "{\"candidate\":\"" + candidate + "\",\"since\":\"2021-09-01T00:00:00+08:00\","
                        + "\"until\":\"2021-10-01T00:00:00+08:00\"}");
        assertThat(started.statusCode()).as(new String(started.body(), UTF_8)).isEqualTo(202);
        String id = World.json(started.body()).path("id").asString();
        Awaitility.await("the preview is done")
                .atMost(SOON)
                .until(() ->
                        get("/mappings/previews/" + id).path("state").asString().equals("DONE"));
        return id;
    }

    JsonNode review(String preview) {
        HttpResponse<byte[]> review = post("/mappings/previews/" + preview + "/review", "{\"reason\":\"逐条看过\"}");
        assertThat(review.statusCode()).isEqualTo(200);
        return World.json(review.body());
    }

    /** Exit code and output of a command in a process of its own, as the password comes from the environment. */
    static String printed(String password, String... words) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(JAVA, "-XX:TieredStopAtLevel=1", "org.hotlinegateway.HotlineGateway"),
                        Stream.of(words))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("GATEWAY_STAFF_PASSWORD", password);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() + " " + printed;
    }
}
