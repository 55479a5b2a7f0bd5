package org.hotlinegateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private static final List<String> GATEWAYS = List.of("gateway-north", "gateway-south");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:\\?[^}]+)?}");

    private final String text = read("docker-compose.yml");
    private final Map<?, ?> compose = (Map<?, ?>)
            new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build()).loadFromString(text);
    private final Map<?, ?> services = map(compose.get("services"));

    @Test
    void everyServiceHasAHealthCheckAndTheGatewaysWaitForTheOthers() {
        assertThat(services.keySet())
                .map(Object::toString)
                .containsExactly(
                        "gateway-north",
                        "gateway-south",
                        "postgres",
                        "artemis-store",
                        "artemis-live",
                        "artemis-backup",
                        "prometheus",
                        "grafana");
        assertThat(services.keySet())
                .map(Object::toString)
                .filteredOn(name -> !name.equals("artemis-store"))
                .allSatisfy(
                        name -> assertThat(map(service(name).get("healthcheck")).get("test"))
                                .isInstanceOf(List.class));
        assertThat(GATEWAYS)
                .allSatisfy(gateway -> assertThat(
                                map(service(gateway).get("depends_on")).toString())
                        .isEqualTo("{postgres={condition=service_healthy}, artemis-live={condition=service_healthy}}"));
    }

    @Test
    void everySecretComesFromTheEnvironmentAndHasNoDefault() {
        assertThat(VARIABLE.matcher(text).results())
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(variable.group(2)).startsWith(":?set " + variable.group(1)));
        Set<String> secrets = new TreeSet<>();
        services.keySet()
                .forEach(name -> environment(name.toString()).forEach((key, value) -> {
                    if (key.toString().matches("[A-Z_]*(PASSWORD|SECRET|KEYS)")) {
                        assertThat(value.toString()).startsWith("${");
                        secrets.add(key.toString());
                    }
                }));
        assertThat(secrets).hasSize(13);
    }

    @Test
    void everyPeerOfTheGatewaysIsGivenItsAddressAndSecret() {
        TreeSet<String> wanted = new TreeSet<>();
        Pattern.compile("\\$\\{([A-Z_]+_(URL|SECRET)):}")
                .matcher(read("src/main/resources/application-peers.yaml"))
                .results()
                .forEach(variable -> wanted.add(variable.group(1)));
        assertThat(wanted).hasSize(12);
        assertThat(GATEWAYS)
                .allSatisfy(gateway -> assertThat(environment(gateway).keySet())
                        .map(Object::toString)
                        .containsAll(wanted)
                        .contains("GATEWAY_LEDGER_URL", "GATEWAY_KEYS", "SPRING_ARTEMIS_BROKER_URL"));
    }

    @Test
    void theGatewaysDifferInNamePortsAndDataOnlyAndKnowBothBrokers() {
        assertThat(GATEWAYS)
                .extracting(gateway -> String.valueOf(environment(gateway).get("GATEWAY_INSTANCE")))
                .containsExactly("north", "south");
        assertThat(service("gateway-north").keySet())
                .isEqualTo(service("gateway-south").keySet());
        assertThat(environment("gateway-north").get("SPRING_ARTEMIS_BROKER_URL").toString())
                .startsWith("(tcp://artemis-live:61616,tcp://artemis-backup:61616)?ha=true&reconnectAttempts=-1");
        for (String broker : List.of("artemis-live", "artemis-backup")) {
            assertThat(environment(broker).get("EXTRA_ARGS").toString())
                    .contains("--host " + broker, "--shared-store", "--static-cluster tcp://artemis-");
            assertThat(service(broker).get("volumes")).isEqualTo(List.of("artemis-store:/var/lib/artemis-store"));
        }
    }

    @Test
    void theScriptForTheSameWithoutDockerStartsWhatIsThere() {
        assertThat(Path.of("src/main/scripts/instances")).isExecutable();
        assertThat(Pattern.compile("(org\\.hotlinegateway\\.\\S+)")
                        .matcher(read("src/main/scripts/instances"))
                        .results())
                .singleElement()
                .satisfies(found -> assertThat(
                                Path.of("src/test/java", found.group(1).replace('.', '/') + ".java"))
                        .exists());
    }

    @Test
    void everyMountedFileExists() {
        assertThat(Pattern.compile("- (\\./\\S+?):/").matcher(text).results())
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(mount -> assertThat(Path.of(mount.group(1))).isRegularFile());
    }

    @Test
    void volumesAndBuildFileExist() {
        String dockerfile =
                String.valueOf(map(service("gateway-north").get("build")).get("dockerfile"));
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

    @Test
    void javaTakesTheOptionsOfTheImage() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "@src/main/docker/java.options", "-XX:+PrintFlagsFinal", "-version")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).containsPattern("UseParallelGC +=").containsPattern("Tier4InvocationThreshold += 100000");
        assertThat(read("src/main/docker/Dockerfile")).contains("\"@java.options\"");
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

    private Map<?, ?> service(String name) {
        return merged(map(services.get(name)));
    }

    private Map<?, ?> environment(String service) {
        Object environment = service(service).get("environment");
        return environment == null ? Map.of() : merged(map(environment));
    }

    /** YAML 1.2 knows no {@code <<}; Compose does. */
    private static Map<?, ?> merged(Map<?, ?> written) {
        Object base = written.get("<<");
        Map<Object, Object> all = new LinkedHashMap<>(base == null ? Map.of() : merged(map(base)));
        all.putAll(written);
        all.remove("<<");
        return all;
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
