package org.hotlinegateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the mapping samples say the gateway sends must be sound for the stand-in of its receiver. */
class SamplesTest {
    private static final Path SAMPLES = Path.of("mappings/samples");

    private Caller caller;

    @BeforeEach
    void open() {
        caller = Caller.at("2021-09-08T15:53:02");
    }

    @AfterEach
    void close() {
        caller.close();
    }

    static List<Path> modernOrders() throws IOException {
        return outputs("case-event-to-hotline-order");
    }

    static List<Path> modernActions() throws IOException {
        return outputs("case-event-to-hotline-action");
    }

    static List<Path> legacyOrders() throws IOException {
        return outputs("case-event-to-hotline-legacy-order");
    }

    static List<Path> legacyActions() throws IOException {
        return outputs("case-event-to-hotline-legacy-action");
    }

    static List<Path> performanceEvents() throws IOException {
        return outputs("case-event-to-performance");
    }

    static List<Path> appointmentRequests() throws IOException {
        return outputs("case-event-to-appointment");
    }

    static List<Path> feeds() throws IOException {
        return outputs("case-event-to-supervision");
    }

    static List<Path> windowNotices() throws IOException {
        return outputs("case-event-to-window");
    }

    @ParameterizedTest
    @MethodSource("modernOrders")
    void theModernHotlineUnderstandsOrders(Path sample) throws IOException {
        assertThat(HotlineDialect.order(read(sample)).problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modernActions")
    void theModernHotlineUnderstandsActions(Path sample) throws IOException {
        assertThat(HotlineDialect.action(read(sample)).problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("legacyOrders")
    void theLegacyHotlineTakesOrders(Path sample) throws Exception {
        assertThat(caller.legacy("/legacy/orders", Files.readAllBytes(sample))).contains("<CODE>0</CODE>");
    }

    @ParameterizedTest
    @MethodSource("legacyActions")
    void theLegacyHotlineTakesActionsOfItsOrders(Path sample) throws Exception {
        byte[] action = Files.readAllBytes(sample);
        caller.peers.legacy().nextOrderNo(LegacyXml.read(action).body().getOrDefault("GDBH", "none"));
        caller.legacy("/legacy/orders", Caller.golden("G2.xml"));

        assertThat(caller.legacy("/legacy/actions", action)).contains("<CODE>0</CODE>");
    }

    @ParameterizedTest
    @MethodSource("performanceEvents")
    void theAssessmentTakesEvents(Path sample) throws Exception {
        assertThat(caller.signed("/perf/v1/events", Files.readString(sample))).isEqualTo(Caller.json("{\"code\":0}"));
    }

    @ParameterizedTest
    @MethodSource("appointmentRequests")
    void theAppointmentSystemTakesRequests(Path sample) throws Exception {
        assertThat(token("/appointment/api", sample)).contains("\"status\":\"1\"");
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void theSupervisionPlatformTakesFeeds(Path sample) throws Exception {
        assertThat(token("/supervision/feed", sample)).contains("\"status\":\"1\"");
    }

    @ParameterizedTest
    @MethodSource("windowNotices")
    void theWindowKeepsNotices(Path sample) throws Exception {
        assertThat(caller.signed("/window/inbox", Files.readString(sample)).has("receipt"))
                .isTrue();
    }

    private String token(String path, Path sample) throws Exception {
        return caller.post(path, Files.readString(sample).getBytes(StandardCharsets.UTF_8), Map.of())
                .body();
    }

    private static Fields read(Path sample) throws IOException {
        return new Fields(Caller.json(Files.readString(sample)));
    }

    private static List<Path> outputs(String mapping) throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES.resolve(mapping))) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.out\\.(json|xml)"))
                    .sorted()
                    .toList();
        }
    }
}
