package org.hotlinegateway.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.hotlinegateway.mapping.WentLive.Cause;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edited files go live as a whole or not at all, and what was live can be had again. */
class LiveMappingsTest {
    private static final Instant NOW = Instant.parse("2021-09-08T07:53:01Z");

    @TempDir
    Path root;

    private Path folder;
    private Set<String> needed = Set.of();

    @BeforeEach
    void write() throws IOException {
        folder = root.resolve("mappings");
        Files.createDirectories(folder.resolve("tables"));
        row("cause,code\nPOLICY,01\n");
        mapping("");
    }

    @Test
    void anEditedTableGoesLiveOnceItRests() throws IOException {
        LiveMappings mappings = start();
        String before = mappings.live().digest();
        row("cause,code\nPOLICY,01\nSYSTEM,02\n");
        mappings.look();
        assertThat(mappings.live().digest()).isEqualTo(before);
        mappings.look();
        assertThat(mappings.live().digest()).isNotEqualTo(before);
        assertThat(mappings.live().reason()).isEqualTo("edited: tables/causes.csv");
        assertThat(converted(mappings, "SYSTEM")).isEqualTo("{\"code\":\"02\"}");
    }

    @Test
    void anEditCompilesOnlyWhatItConcerns() throws IOException {
        Files.writeString(
                folder.resolve("other.map.yaml"),
                "language: 1\nmapping: other\nsource: { format: json }\ntarget: { format: json }\nrules: { a: a }\n");
        LiveMappings mappings = start();
        Mapping note = mappings.sets().current().mapping("note");
        Mapping other = mappings.sets().current().mapping("other");
        String first = mappings.live().digest();
        row("cause,code\nPOLICY,01\nSYSTEM,02\n");
        look(mappings);
        assertThat(mappings.sets().current().mapping("other")).isSameAs(other);
        assertThat(mappings.sets().current().mapping("note")).isNotSameAs(note);
        mappings.rollback(first, "chen", "测试");
        assertThat(mappings.sets().current().mapping("other")).isSameAs(other);
        assertThat(mappings.sets().current().digest()).isEqualTo(first);
    }

    @Test
    void aFileWrittenAgainWithTheSameContentsChangesNothing() throws IOException {
        LiveMappings mappings = start();
        row("cause,code\nPOLICY,01\n");
        look(mappings);
        assertThat(mappings.archive().history()).hasSize(1);
    }

    @Test
    void aBrokenEditLeavesTheLastGoodSetAndSaysWhere() throws IOException {
        LiveMappings mappings = start();
        String before = mappings.live().digest();
        Files.writeString(
                folder.resolve("note.map.yaml"),
                Files.readString(folder.resolve("note.map.yaml")).replace("table: cause", "tabel: cause"));
        look(mappings);
        assertThat(mappings.live().digest()).isEqualTo(before);
        assertThat(converted(mappings, "POLICY")).isEqualTo("{\"code\":\"01\"}");
        MappingProblem problem = mappings.refused().orElseThrow().problems().get(0);
        assertThat(problem.toString()).startsWith("note.map.yaml:11:").contains("tabel", "table");
    }

    @Test
    void aFailedTestRefusesTheEditWithoutTheSamplesValues() throws IOException {
        LiveMappings mappings = start();
        row("cause,code\nPOLICY,77\n");
        look(mappings);
        assertThat(mappings.archive().history()).hasSize(1);
        assertThat(mappings.refused().orElseThrow().problems())
                .extracting(MappingProblem::toString)
                .containsExactly("note.map.yaml:13:3: test '政策' failed at code. 'map test' shows the values");
    }

    @Test
    void aRepairedEditIsNoLongerRefused() throws IOException {
        LiveMappings mappings = start();
        row("cause,code\nPOLICY,77\n");
        look(mappings);
        row("cause,code\nPOLICY,01\nSYSTEM,03\n");
        look(mappings);
        assertThat(mappings.refused()).isEmpty();
        assertThat(converted(mappings, "SYSTEM")).isEqualTo("{\"code\":\"03\"}");
    }

    @Test
    void anEditTakenBackIsNoLongerRefused() throws IOException {
        LiveMappings mappings = start();
        row("cause,code\nPOLICY,77\n");
        look(mappings);
        row("cause,code\nPOLICY,01\n");
        look(mappings);
        assertThat(mappings.refused()).isEmpty();
        assertThat(mappings.archive().history()).hasSize(1);
    }

    @Test
    void aMappingThatIsInUseCannotVanish() throws IOException {
        LiveMappings mappings = start();
        needed = Set.of("note");
        Files.delete(folder.resolve("note.map.yaml"));
        look(mappings);
        assertThat(mappings.refused().orElseThrow().problems().get(0).text())
                .isEqualTo("no mapping 'note', which a route or a peer uses");
        assertThat(converted(mappings, "POLICY")).isEqualTo("{\"code\":\"01\"}");
    }

    @Test
    void aRollbackRestoresTheDigestUntilAFileIsEdited() throws IOException {
        LiveMappings mappings = start();
        String first = mappings.live().digest();
        row("cause,code\nPOLICY,01\nSYSTEM,02\n");
        look(mappings);

        WentLive back = mappings.rollback(first, "staff", "wrong code").orElseThrow();
        assertThat(back.cause()).isEqualTo(Cause.ROLLBACK);
        look(mappings);
        assertThat(mappings.sets().current().digest()).isEqualTo(first);
        assertThat(start().sets().current().digest()).as("after a restart").isEqualTo(first);

        row("cause,code\nPOLICY,01\nSYSTEM,09\n");
        look(mappings);
        assertThat(converted(mappings, "SYSTEM")).isEqualTo("{\"code\":\"09\"}");
        assertThat(mappings.archive().history())
                .extracting(WentLive::cause)
                .containsExactly(Cause.START, Cause.FILES, Cause.ROLLBACK, Cause.FILES);
    }

    @Test
    void anUnknownDigestIsNoRollback() {
        LiveMappings mappings = start();
        assertThat(mappings.rollback("0".repeat(64), "staff", "r")).isEmpty();
        assertThat(mappings.rollback("../../etc/passwd", "staff", "r")).isEmpty();
    }

    @Test
    void theArchiveOutlivesARestartAndGivesEverySetAgain() throws IOException {
        LiveMappings mappings = start();
        String first = mappings.live().digest();
        row("cause,code\nPOLICY,01\nSYSTEM,02\n");
        look(mappings);

        LiveMappings after = start();
        assertThat(after.archive().history()).isEqualTo(mappings.archive().history());
        for (WentLive entry : after.archive().history()) {
            assertThat(after.archive().open(entry.digest()).orElseThrow().digest())
                    .isEqualTo(entry.digest());
        }
        MappingSet old = after.archive().open(first).orElseThrow();
        assertThatThrownBy(() -> convert(old, "SYSTEM")).isInstanceOf(MappingFailure.class);
    }

    @Test
    void filesBrokenWhileTheGatewayWasDownLeaveTheLastGoodSet() throws IOException {
        String before = start().live().digest();
        row("cause,code\nPOLICY,77\n");
        LiveMappings after = start();
        assertThat(after.live().digest()).isEqualTo(before);
        assertThat(after.refused()).isPresent();
    }

    @Test
    void filesThatWereNeverGoodDoNotStart() throws IOException {
        Files.writeString(folder.resolve("other.map.yaml"), "language: 1\n");
        assertThatThrownBy(this::start).isInstanceOf(MappingProblems.class);
    }

    @Test
    void aHalfWrittenArchiveFileIsNoPartOfTheArchive() throws IOException {
        LiveMappings mappings = start();
        Files.write(root.resolve("sets").resolve("history.tsv.new"), new byte[] {1, 2});
        assertThat(start().archive().history()).isEqualTo(mappings.archive().history());
    }

    private LiveMappings start() {
        return LiveMappings.start(folder, new SetArchive(root.resolve("sets")), InstantSource.fixed(NOW), () -> needed);
    }

    /** Two looks: the first sees the change, the second that it rests. */
    private static void look(LiveMappings mappings) {
        mappings.look();
        mappings.look();
    }

    private static String converted(LiveMappings mappings, String cause) {
        return convert(mappings.sets().current(), cause);
    }

    private static String convert(MappingSet set, String cause) {
        byte[] source = "{\"cause\":\"%s\"}".formatted(cause).getBytes(UTF_8);
        return new String(
                set.mapping("note").apply(source, MappingContext.at(NOW)).bytes(), UTF_8);
    }

    private void row(String text) throws IOException {
        Files.writeString(folder.resolve("tables/causes.csv"), text);
    }

    private void mapping(String more) throws IOException {
        List<String> lines = List.of(
                "language: 1",
                "mapping: note",
                "version: 1",
                "title: note",
                "source: { format: json }",
                "target: { format: json }",
                "zone: Asia/Shanghai",
                "tables:",
                "  cause: tables/causes.csv#cause->code",
                "rules:",
                "  code: { from: cause, table: cause }",
                "tests:",
                "- name: 政策",
                "  in: { cause: POLICY }",
                "  expect: { code: '01' }" + more);
        Files.writeString(folder.resolve("note.map.yaml"), String.join("\n", lines) + "\n");
    }
}
