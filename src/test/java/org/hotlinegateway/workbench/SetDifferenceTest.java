package org.hotlinegateway.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is told of two mapping sets. */
class SetDifferenceTest {
    private static final String MAPPING = """
            language: 1
            mapping: note
            version: 1
            title: note
            source: { format: json }
            target: { format: json }
            tables:
              cause: tables/causes.csv#cause->code
            rules:
              title: { from: case.title, cut: 30 }
              code: { from: cause, table: cause }
              files:
                each: attachments
                rules:
                  no: id
            """;
    private static final String TABLE = "cause,name,code\nPOLICY,政策,01\nSYSTEM,系统,02\n";

    private final Map<String, byte[]> before = files();
    private final Map<String, byte[]> after = files();

    @Test
    void equalSetsDoNotDiffer() {
        assertThat(difference().isNothing()).isTrue();
        assertThat(difference().lines(false)).containsExactly("no difference");
    }

    @Test
    void aChangedRuleIsToldByItsTargetWithBothTexts() {
        put(after, "note.map.yaml", MAPPING.replace("cut: 30", "cut: 40").replace("no: id", "no: number"));
        assertThat(difference().lines(false))
                .containsExactly(
                        "note.map.yaml changed",
                        "  title",
                        "  - 10: { from: case.title, cut: 30 }",
                        "  + 10: { from: case.title, cut: 40 }",
                        "  files[].no",
                        "  - 15: id",
                        "  + 15: number",
                        "1 file(s) differ");
    }

    @Test
    void aRuleThatOnlyMovesDoesNotDifferButTheFileDoes() {
        String moved = MAPPING.replace("rules:\n  title", "rules:\n\n  title");
        put(after, "note.map.yaml", moved);
        assertThat(difference().lines(false))
                .containsExactly(
                        "note.map.yaml changed",
                        "  @@ -7,6 +7,7 @@",
                        "   tables:",
                        "     cause: tables/causes.csv#cause->code",
                        "   rules:",
                        "  +",
                        "     title: { from: case.title, cut: 30 }",
                        "     code: { from: cause, table: cause }",
                        "     files:",
                        "1 file(s) differ");
    }

    @Test
    void aNewRuleAndAnotherTableAreToldWithTheirPlaces() {
        put(
                after,
                "note.map.yaml",
                MAPPING.replace("  files:", "  level: { const: \"1\" }\n  files:")
                        .replace("#cause->code", "#cause->name"));
        assertThat(difference().lines(false))
                .containsExactly(
                        "note.map.yaml changed",
                        "  tables.cause",
                        "  - 8: tables/causes.csv#cause->code",
                        "  + 8: tables/causes.csv#cause->name",
                        "  level",
                        "  + 12: { const: \"1\" }",
                        "1 file(s) differ");
    }

    @Test
    void aChangedTableIsToldRowByRow() {
        put(after, "tables/causes.csv", "cause,name,code\nPOLICY,政策,09\nATTITUDE,态度,03\n");
        assertThat(difference().lines(false))
                .containsExactly(
                        "tables/causes.csv changed",
                        "  + cause=ATTITUDE: name=态度, code=03",
                        "  - cause=SYSTEM: name=系统, code=02",
                        "  ~ cause=POLICY code: 01 → 09",
                        "1 file(s) differ");
    }

    @Test
    void otherFilesAreToldByLinesAndAddedOnesByTheirName() {
        put(before, "policy/closing.yaml", "archiveDays: 30\n");
        put(after, "policy/closing.yaml", "archiveDays: 60\n");
        put(after, "schemas/a.json", "{}\n");
        after.remove("tables/causes.csv");
        assertThat(difference().lines(false))
                .containsExactly(
                        "policy/closing.yaml changed",
                        "  @@ -1,1 +1,1 @@",
                        "  -archiveDays: 30",
                        "  +archiveDays: 60",
                        "schemas/a.json added",
                        "tables/causes.csv removed",
                        "3 file(s) differ");
        assertThat(difference().files().get(1).unified()).containsExactly("@@ -0,0 +1,1 @@", "+{}");
    }

    private SetDifference difference() {
        return SetDifference.between("a", before, "b", after);
    }

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        put(files, "note.map.yaml", MAPPING);
        put(files, "tables/causes.csv", TABLE);
        return files;
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
