package org.hotlinegateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The compose file holds what a production gateway needs and no secret. */
class ComposeTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:\\?[^}]+)?}");

    private final String text = read("docker-compose.yml");
    private final Map<?, ?> compose = (Map<?, ?>)
            new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build()).loadFromString(text);
    private final Map<?, ?> services = map(compose.get("services"));

    @Test
    void everyServiceHasAHealthCheckAndTheGatewayWaitsForTheOthers() {
        assertThat(services.keySet()).map(Object::toString).containsExactly("gateway", "postgres", "artemis");
        assertThat(services.values())
                .allSatisfy(service -> assertThat(
                                map(map(service).get("healthcheck")).get("test"))
                        .isInstanceOf(List.class));
        Map<?, ?> waits = map(gateway().get("depends_on"));
        assertThat(waits.values())
                .hasSize(2)
                .allSatisfy(
                        condition -> assertThat(map(condition).get("condition")).isEqualTo("service_healthy"));
    }

    @Test
    void everySecretComesFromTheEnvironmentAndHasNoDefault() {
        assertThat(VARIABLE.matcher(text).results())
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(variable.group(2)).startsWith(":?set " + variable.group(1)));
        assertThat(services.values())
                .flatExtracting(service -> map(map(service).get("environment")).entrySet())
                .filteredOn(setting -> setting.toString().matches("[A-Z_]*(PASSWORD|SECRET|KEYS)=.*"))
                .hasSize(12)
                .allSatisfy(setting -> assertThat(setting.toString()).contains("=${"));
    }

    @Test
    void everyPeerOfTheGatewayIsGivenItsAddressAndSecret() {
        TreeSet<String> wanted = new TreeSet<>();
        Pattern.compile("\\$\\{([A-Z_]+_(URL|SECRET)):}")
                .matcher(read("src/main/resources/application-peers.yaml"))
                .results()
                .forEach(variable -> wanted.add(variable.group(1)));
        assertThat(map(gateway().get("environment")).keySet())
                .map(Object::toString)
                .containsAll(wanted)
                .contains("GATEWAY_LEDGER_URL", "GATEWAY_KEYS", "SPRING_ARTEMIS_BROKER_URL");
        assertThat(wanted).hasSize(12);
    }

    @Test
    void volumesAndBuildFileExist() {
        String dockerfile = String.valueOf(map(gateway().get("build")).get("dockerfile"));
        assertThat(Path.of(dockerfile)).exists();
        assertThat(map(compose.get("volumes")).keySet())
                .map(Object::toString)
                .allSatisfy(volume -> assertThat(text).contains("- " + volume + ":/"));
    }

    @Test
    void theImageRunsAsAnOrdinaryUserAndCopiesOnlyWhatExists() {
        String dockerfile = read("src/main/docker/Dockerfile");
        assertThat(dockerfile).contains("\nUSER gateway\n").contains("17-jre").contains("HEALTHCHECK");
        assertThat(Pattern.compile("(?m)^COPY (?!--from)(?:--\\S+ )?(.+) \\S+$")
                        .matcher(dockerfile)
                        .results())
                .flatExtracting(copy -> List.of(copy.group(1).split(" ")))
                .filteredOn(source -> !source.equals("routes"))
                .allSatisfy(source -> assertThat(Path.of(source)).exists());
    }

    @ParameterizedTest
    @CsvSource({"200, 0", "503, 1"})
    void theHealthCheckFollowsReadiness(int status, int exit) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            assertThat(healthy(server.getAddress().getPort())).isEqualTo(exit);
        } finally {
            server.stop(0);
        }
        assertThat(healthy(server.getAddress().getPort())).isEqualTo(1);
    }

    private static int healthy(int port) throws Exception {
        Process process = new ProcessBuilder("bash", "src/main/docker/healthy", Integer.toString(port))
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private Map<?, ?> gateway() {
        return map(services.get("gateway"));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException missing) {
            throw new IllegalStateException(file, missing);
        }
    }
}
