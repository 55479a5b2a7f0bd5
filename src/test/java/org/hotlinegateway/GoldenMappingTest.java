package org.hotlinegateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hotlinegateway.mapping.Mapped;
import org.hotlinegateway.mapping.MappingSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import tools.jackson.databind.json.JsonMapper;

/** Golden messages of the handbook and the samples beside the mapping files, whole messages compared. */
class GoldenMappingTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Charset GBK = Charset.forName("GBK");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, String> CONSUMED = Map.ofEntries(
            Map.entry("G1.json", "window-event-to-case-event/case-created"),
            Map.entry("G3.xml", "hotline-legacy-answer/linked"),
            Map.entry("G4.xml", "hotline-legacy-answer/linked-again"),
            Map.entry("G5.xml", "hotline-legacy-callback-to-case-event/extension-granted"),
            Map.entry("G6.xml", "hotline-legacy-callback-to-case-event/visited"),
            Map.entry("G7.json", "appointment-alert-to-case-event/no-number"),
            Map.entry("G9.json", "hotline-answer/linked"),
            Map.entry("G11.json", "appointment-answer/quota-applied"),
            Map.entry("G17.json", "window-event-to-case-event/tracking-card-opened"),
            Map.entry("G18.json", "window-event-to-case-event/evaluated"),
            Map.entry("G20.json", "hotline-callback-to-case-event/not-accepted"));

    private static final Map<String, String> PRODUCED = Map.ofEntries(
            Map.entry("G2.xml", "case-event-to-hotline-legacy-order/handoff"),
            Map.entry("G8.json", "case-event-to-hotline-order/alert"),
            Map.entry("G10.json", "case-event-to-appointment/quota"),
            Map.entry("G12.json", "case-event-to-performance/yellow-card"),
            Map.entry("G13.xml", "case-event-to-hotline-legacy-action/yellow-card"),
            Map.entry("G14.json", "case-event-to-performance/red-card"),
            Map.entry("G15.json", "case-event-to-performance/card-withdrawn"),
            Map.entry("G16.json", "case-event-to-supervision/clock-reset"),
            Map.entry("G19.json", "case-event-to-hotline-order/transfer"),
            Map.entry("G21.json", "case-event-to-supervision/hotspot"));

    private static MappingSet mappings;

    @BeforeAll
    static void load() {
        mappings = MappingSet.load(MappingSample.MAPPINGS);
    }

    static Stream<Map.Entry<String, String>> consumed() {
        return CONSUMED.entrySet().stream().sorted(Map.Entry.comparingByKey());
    }

    static Stream<Map.Entry<String, String>> produced() {
        return PRODUCED.entrySet().stream().sorted(Map.Entry.comparingByKey());
    }

    static Stream<MappingSample> samplesWithOut() {
        return MappingSample.all().stream().filter(MappingSample::hasOut);
    }

    @ParameterizedTest
    @MethodSource("consumed")
    void aConsumedGoldenMessageBecomesTheExpectedDocument(Map.Entry<String, String> pair) throws Exception {
        MappingSample sample = sample(pair.getValue());
        assertThat(sample.source()).isEqualTo(golden(pair.getKey()));
        assertThat(sample.hasOut()).as("%s says what it becomes", sample).isTrue();
        assertSame(mapped(sample), sample.out(), sample);
    }

    @ParameterizedTest
    @MethodSource("produced")
    void aProducedGoldenMessageIsMadeByteForByte(Map.Entry<String, String> pair) throws Exception {
        Mapped mapped = apply(sample(pair.getValue()));
        byte[] expected = golden(pair.getKey());
        assertThat(new String(mapped.bytes(), charset(pair.getKey())))
                .isEqualTo(new String(expected, charset(pair.getKey())));
        assertThat(mapped.bytes()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("samplesWithOut")
    void aSampleBecomesWhatStandsBesideIt(MappingSample sample) throws Exception {
        assertSame(mapped(sample), sample.out(), sample);
    }

    @Test
    void everyGoldenMessageIsConsumedOrProduced() throws IOException {
        List<String> used = new ArrayList<>(CONSUMED.keySet());
        used.addAll(PRODUCED.keySet());
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("G")))
                    .containsExactlyInAnyOrderElementsOf(used);
        }
    }

    @Test
    void everyMappingHasASample() {
        assertThat(MappingSample.all().stream().map(MappingSample::mapping).distinct())
                .containsExactlyInAnyOrderElementsOf(mappings.names());
    }

    @Test
    void noIdentityOfASecretCaseLeavesTheGateway() {
        String message =
                new String(apply(sample("case-event-to-hotline-order/secret")).bytes(), StandardCharsets.UTF_8);
        assertThat(message).doesNotContain("测试甲", "13800000000", "13800000009", "442000190001010010", "示例路");
    }

    private static MappingSample sample(String name) {
        int slash = name.indexOf('/');
        return MappingSample.of(name.substring(0, slash), name.substring(slash + 1));
    }

    private static Mapped apply(MappingSample sample) {
        return mappings.mapping(sample.mapping()).apply(sample.source(), sample.context());
    }

    private static byte[] mapped(MappingSample sample) {
        return apply(sample).bytes();
    }

    private static byte[] golden(String name) {
        return MappingSample.bytes(GOLDEN.resolve(name));
    }

    private static Charset charset(String name) {
        return name.endsWith(".xml") ? GBK : StandardCharsets.UTF_8;
    }

    private static void assertSame(byte[] actual, byte[] expected, MappingSample sample) throws Exception {
        if (expected[0] == '<') {
            GBK.newDecoder().decode(ByteBuffer.wrap(actual));
            assertThat(xml(actual).isEqualNode(xml(expected)))
                    .as("%s: %s instead of %s", sample, new String(actual, GBK), new String(expected, GBK))
                    .isTrue();
        } else {
            assertThat(JSON.readTree(actual)).as("%s", sample).isEqualTo(JSON.readTree(expected));
        }
    }

    private static Document xml(byte[] bytes) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }
}
