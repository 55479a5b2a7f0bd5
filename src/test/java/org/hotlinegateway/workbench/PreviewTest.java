package org.hotlinegateway.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.hotlinegateway.ledger.Damage;
import org.hotlinegateway.ledger.Period;
import org.hotlinegateway.mapping.MappingSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a changed mapping set would make of recorded traffic. */
class PreviewTest {
    static final String ONE = """
        {"no":"1","kind":"A","content":"门口排队","requester":{"name":"测试甲","phone":"13800000000"},\
        "files":[{"id":"F1"},{"id":"F2"}]}\
        """;
    static final String TWO = """
        {"no":"2","kind":"B","content":"再次排队","requester":{"name":"测试乙","phone":"13800000001"}}\
        """;
    static final String THREE = """
        {"no":"3","kind":"C"}\
        """;
    static final String ANSWER = """
        {"no":"9","kind":"A","content":"再次排队"}\
        """;
    private static final Period ALL = Period.before(Traffic.NOON.plusSeconds(3600));

    @TempDir
    Path folder;

    private Traffic traffic;
    private MappingSet set;

    @BeforeEach
    void somethingWasRecorded() {
        traffic = Traffic.embedded(folder);
        set = traffic.set();
        traffic.message(1, ONE, set);
        traffic.message(2, TWO, set);
        traffic.message(3, THREE, set);
        traffic.delivery("C1", ONE, TWO, set);
    }

    @AfterEach
    void close() {
        traffic.close();
    }

    @Test
    void theSameSetChangesNothing() {
        PreviewResult result = preview(set, ALL);
        assertThat(result).isEqualTo(new PreviewResult(5, 4, 0, 0, 0, 1, 0, 0, List.of(), List.of(), List.of()));
        assertThat(result.isNothing()).isTrue();
    }

    @Test
    void changedFieldsAreCountedWithMaskedExamples() {
        MappingSet candidate = traffic.set("caller: requester.name", "caller: { from: requester.name, prefix: 先生 }");
        assertThat(PreviewText.lines(preview(candidate, ALL)))
                .containsExactly(
                        "5 compared: 0 unchanged, 4 changed, 0 newly failing, 0 repaired, 1 failing as before",
                        "changed t caller in 4",
                        "  message 1 caller: \"测**\" -> \"先****\"",
                        "  message 2 caller: \"测**\" -> \"先****\"",
                        "  delivery 1 caller: \"测**\" -> \"先****\"");
    }

    @Test
    void aRenamedFieldGoesAndComes() {
        MappingSet candidate = traffic.set("      id: id", "      fileNo: id");
        PreviewResult result = preview(candidate, ALL);
        assertThat(result.changed()).isEqualTo(2);
        assertThat(PreviewText.lines(result))
                .containsExactly(
                        "5 compared: 2 unchanged, 2 changed, 0 newly failing, 0 repaired, 1 failing as before",
                        "changed t files[].id in 2",
                        "  message 1 files[0].id: \"F1\" -> nothing",
                        "  delivery 1 files[0].id: \"F1\" -> nothing",
                        "changed t files[].fileNo in 2",
                        "  message 1 files[0].fileNo: nothing -> \"F1\"",
                        "  delivery 1 files[0].fileNo: nothing -> \"F1\"");
    }

    @Test
    void aRowTakenAwayMakesFailuresAndARowAddedRepairsThem() {
        MappingSet candidate = traffic.set("{ A: \"01\", B: \"02\" }", "{ A: \"01\", C: \"03\" }");
        assertThat(PreviewText.lines(preview(candidate, ALL)))
                .containsExactly(
                        "5 compared: 2 unchanged, 0 changed, 2 newly failing, 1 repaired, 0 failing as before",
                        "fails t kind: TABLE_MISS in 2: is in no row of table 'k' (t.map.yaml), rule t.map.yaml:8:9",
                        "  message 2, delivery 1",
                        "repaired t kind: TABLE_MISS in 1: is in no row of table 'k' (t.map.yaml), rule t.map.yaml:8:9",
                        "  message 3");
    }

    @Test
    void onlyThePeriodAndThePeerCount() {
        assertThat(preview(set, new Period(Traffic.NOON.plusSeconds(2), Traffic.NOON.plusSeconds(3), null))
                        .compared())
                .isEqualTo(1);
        assertThat(preview(set, new Period(ALL.since(), ALL.until(), "hotline")).compared())
                .isEqualTo(2);
    }

    @Test
    void whatHasNoBaselineIsSkipped() {
        PreviewResult result = new Preview(traffic.ledger().recordings(), conversion -> Optional.empty(), set, ALL)
                .run(new PreviewProgress());
        assertThat(result.skipped()).isEqualTo(5);
        assertThat(PreviewText.lines(result))
                .containsExactly("0 compared: 0 unchanged, 0 changed, 0 newly failing, 0 repaired,"
                        + " 0 failing as before; 5 without a baseline");
    }

    @Test
    void whatIsDamagedIsCountedAndHidesNothingElse() {
        Damage.to(traffic.ledger(), "message", "raw", "message_key = 'W1'");
        Damage.to(traffic.ledger(), "event", "document", "seq = 1");
        PreviewResult result = preview(set, ALL);
        assertThat(PreviewText.lines(result))
                .containsExactly("2 compared: 1 unchanged, 0 changed, 0 newly failing, 0 repaired,"
                        + " 1 failing as before; 2 damaged, or without their key");
    }

    @Test
    void aPreviewRunsBesideAndIsReviewed() {
        Reviews reviews = new Reviews(traffic.ledger());
        MappingSet candidate = traffic.set("cut: 30", "cut: 2");
        try (Previews previews = new Previews(traffic.ledger().recordings(), reviews, () -> Traffic.NOON)) {
            String id =
                    previews.start(set, candidate, ALL, "staff").orElseThrow().id();
            Awaitility.await("the preview is done")
                    .until(() -> previews.find(id).orElseThrow().state() == PreviewView.State.DONE);
            PreviewView view = previews.find(id).orElseThrow();
            assertThat(view.done()).isEqualTo(view.total()).isEqualTo(4);
            assertThat(reviews.reviewed(candidate.digest())).isEmpty();

            Review review = previews.reviewed(id, "staff", "看过").orElseThrow();

            assertThat(review)
                    .isEqualTo(new Review(
                            candidate.digest(),
                            set.digest(),
                            id,
                            ALL.since(),
                            ALL.until(),
                            5,
                            4,
                            0,
                            "staff",
                            "看过",
                            Traffic.NOON));
            assertThat(reviews.reviewed(candidate.digest())).contains(review);
            assertThat(previews.reviewed("P0", "staff", "没有")).isEmpty();
            assertThat(previews.all()).extracting(PreviewView::id).containsExactly(id);
        }
    }

    @Test
    void aCancelledPreviewSaysSoAndCannotBeReviewed() {
        PreviewProgress progress = new PreviewProgress();
        progress.cancel();
        assertThat(new Preview(traffic.ledger().recordings(), conversion -> Optional.of(set), set, ALL)
                        .run(progress)
                        .compared())
                .isZero();
        PreviewRun run = new PreviewRun("P1", set, set, ALL, "staff", Traffic.NOON);
        run.cancel();
        run.run(traffic.ledger().recordings());
        assertThat(run.view().state()).isEqualTo(PreviewView.State.CANCELLED);
        assertThat(run.view().result()).isNull();
    }

    private PreviewResult preview(MappingSet candidate, Period period) {
        return new Preview(traffic.ledger().recordings(), conversion -> Optional.of(set), candidate, period)
                .run(new PreviewProgress());
    }
}
