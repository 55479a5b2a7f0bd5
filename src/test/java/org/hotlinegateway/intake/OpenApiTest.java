package org.hotlinegateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hotlinegateway.intake.Knock.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OpenApiTest extends AtTheDoor {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode DESCRIPTION = description();

    @ParameterizedTest
    @CsvSource({
        "window-event-to-case-event,WindowEvent",
        "hotline-callback-to-case-event,HotlineCallback",
        "appointment-alert-to-case-event,AppointmentAlert",
        "supervision-note-to-case-event,SupervisionNote",
        "performance-event-to-case-event,PerformanceNote"
    })
    void everySampleOfAPeersMessagesObeysTheDescription(String samples, String schema) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("mappings/samples", samples))) {
            List<Path> messages =
                    files.filter(f -> f.toString().endsWith(".in.json")).toList();
            assertThat(messages).isNotEmpty();
            for (Path message : messages) {
                assertThat(faults(schema, JSON.readTree(message.toFile())))
                        .as(message.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void theReceiptsOfTheDoorObeyTheDescription() {
        Knock first = window().body(goldenText("G1.json").replace("W20210908155300-0016", "OPEN-1"));
        assertObeys(first.send(), 202, "WindowReceipt");
        assertObeys(first.nonce("open-api-again").send(), 200, "WindowReceipt");
        assertObeys(hotline().send(), 200, "HotlineReceipt");
        assertObeys(hotline().body("{}").send(), 422, "HotlineReceipt");
        assertObeys(appointment().send(), 200, "StatusReceipt");
        assertObeys(appointment().body("{\"token\":\"demo-token\"}").send(), 200, "StatusReceipt");
    }

    @Test
    void theReceiptsOfPerformanceAndSupervisionObeyTheDescription() throws IOException {
        byte[] note = sample("performance-event-to-case-event/note.in.json");
        Knock performance = new Knock(port, "/api/v1/performance/events").signedAs("perf-12345");
        assertObeys(performance.body(note).send(), 200, "PerformanceReceipt");
        byte[] chaser = sample("supervision-note-to-case-event/chaser.in.json");
        assertObeys(new Knock(port, "/api/v1/supervision/notes").body(chaser).send(), 200, "StatusReceipt");
    }

    @Test
    void refusalsObeyTheDescription() {
        assertObeys(window().unsigned().send(), 401, "Problem");
        assertObeys(window().body("{\"event\":\"CASE_CREATED\"}").send(), 422, "Problem");
        assertObeys(window().body("{").send(), 400, "Problem");
        assertObeys(new Knock(port, "/api/v1/nobody/events").send(), 404, "Problem");
        assertObeys(new Knock(port, "/api/v1/window/events").method("GET").send(), 405, "Problem");
    }

    @Test
    void theStateOfAMessageObeysTheDescription() {
        String receipt = window().send().json().path("receipt").asString("");
        Knock question = new Knock(port, "/api/v1/receipts/" + receipt).method("GET");
        assertObeys(question.bearer("demo-window").send(), 200, "ReceiptState");
    }

    @Test
    void everyCodeOfAProblemIsDescribed() {
        List<String> described = DESCRIPTION
                .at("/components/schemas/Problem/properties/code/enum")
                .valueStream()
                .map(code -> code.asString(""))
                .toList();
        assertThat(described)
                .containsExactlyElementsOf(Arrays.stream(ProblemCode.values())
                        .map(ProblemCode::wireName)
                        .toList());
    }

    private static void assertObeys(Answer answer, int status, String schema) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(faults(schema, answer.json())).as(answer.text()).isEmpty();
    }

    private static List<Error> faults(String schema, JsonNode document) {
        ObjectNode root = JSON.createObjectNode();
        root.put("$ref", "#/components/schemas/" + schema);
        root.set("components", DESCRIPTION.path("components"));
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root);
        return compiled.validate(document);
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(Path.of("mappings/samples", name));
    }

    private static JsonNode description() {
        Load yaml = new Load(LoadSettings.builder().build());
        try (var in = OpenApiTest.class.getResourceAsStream("/openapi/hotline-gateway.yaml")) {
            assertThat(in).isNotNull();
            return JSON.valueToTree((Map<?, ?>) yaml.loadFromInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
