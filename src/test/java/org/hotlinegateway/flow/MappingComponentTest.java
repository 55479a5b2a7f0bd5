package org.hotlinegateway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.hotlinegateway.mapping.MappingFailure;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.MappingSets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The component mapping: in a Camel context that knows nothing else of the gateway. */
class MappingComponentTest {
    @TempDir
    Path folder;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private MappingSets sets;

    @BeforeEach
    void start() throws Exception {
        sets = load("title: { from: name, required: true }", "type: $eventType", "at: { from: $now, date: yyyy }");
        camel.getRegistry().bind("sets", sets);
        camel.getRegistry()
                .bind("clock", Clock.fixed(Instant.parse("2021-09-08T07:53:00Z"), ZoneId.of("Asia/Shanghai")));
        camel.addRoutes(route("direct:in", "mapping:note"));
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void convertsTheBodyWithContextValuesFromProperties() {
        Exchange after = sent("{\"name\":\"预约\"}");
        assertThat(after.getMessage().getBody(String.class))
                .isEqualTo("{\"title\":\"预约\",\"type\":\"HANDED_OFF\",\"at\":\"2021\"}");
        assertThat(after.getMessage().getHeader(Exchange.CONTENT_TYPE, String.class))
                .startsWith("application/json");
    }

    @Test
    void recordsWhichSetConvertedIt() {
        Exchange after = sent("{\"name\":\"x\"}");
        assertThat(after.getProperty("mappingDigest")).isEqualTo(sets.current().digest());
        assertThat(after.getProperty("mappingNotes")).isNotNull();
    }

    @Test
    void aNewSetIsUsedAtOnce() throws Exception {
        sets.replace(load("other: name").current());
        assertThat(sent("{\"name\":\"x\"}").getMessage().getBody(String.class)).isEqualTo("{\"other\":\"x\"}");
    }

    @Test
    void aFailureNamesItsFields() {
        assertThatThrownBy(() -> camel.createProducerTemplate().sendBody("direct:in", bytes("{}")))
                .isInstanceOf(CamelExecutionException.class)
                .hasCauseInstanceOf(MappingFailure.class)
                .rootCause()
                .hasMessageContaining("note: 1 field error");
    }

    @Test
    void aRouteThatNamesNoMappingDoesNotStart() {
        assertThatThrownBy(() -> camel.addRoutes(route("direct:other", "mapping:nota")))
                .hasStackTraceContaining("mapping:nota: no such mapping");
    }

    private Exchange sent(String body) {
        return camel.createProducerTemplate().send("direct:in", exchange -> {
            exchange.setProperty("eventType", "HANDED_OFF");
            exchange.getMessage().setBody(bytes(body));
        });
    }

    private MappingSets load(String... rules) throws Exception {
        String file = """
                language: 1
                mapping: note
                version: 1
                title: note
                source: { format: json }
                target: { format: json }
                zone: Asia/Shanghai
                missing: omit
                rules:
                """;
        Files.writeString(folder.resolve("note.map.yaml"), file + "  " + String.join("\n  ", rules) + "\n");
        return new MappingSets(MappingSet.load(folder));
    }

    private static RouteBuilder route(String from, String to) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(from).to(to);
            }
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
