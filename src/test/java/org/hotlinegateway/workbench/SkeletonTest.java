package org.hotlinegateway.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hotlinegateway.mapping.FolderSnapshot;
import org.hotlinegateway.mapping.MappingOutline;
import org.hotlinegateway.mapping.MappingProblem;
import org.hotlinegateway.mapping.MappingProblems;
import org.hotlinegateway.mapping.MappingSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new mapping file works from the first minute, says what it guessed and what is still to do. */
class SkeletonTest {
    private static final Path MAPPINGS = Path.of("mappings");

    @TempDir
    private Path folder;

    @BeforeEach
    void twoSchemas() throws IOException {
        Files.createDirectories(folder.resolve("schemas"));
        Files.writeString(folder.resolve("schemas/a.schema.json"), """
                {"title":"甲方消息","type":"object","required":["no"],"properties":{
                  "no":{"title":"编号","type":"string"},
                  "person":{"type":"object","properties":{
                    "name":{"title":"姓名","type":"string","maxLength":50},
                    "born":{"title":"出生日期","type":"string","format":"date"},
                    "secret":{"title":"是否保密","type":"boolean"}}},
                  "level":{"title":"级别","type":"string","enum":["HIGH","LOW"]},
                  "parts":{"title":"附件","type":"array","items":{"type":"object","properties":{
                    "id":{"title":"附件编号","type":"string"},"size":{"type":"integer"}}}},
                  "tags":{"title":"标签","type":"array","items":{"type":"string"}}}}
                """);
        Files.writeString(folder.resolve("schemas/b.schema.json"), """
                {"title":"乙方消息","type":"object","required":["head","level","parts","count","kind"],"properties":{
                  "head":{"title":"头","type":"object","required":["no","isSecret"],"properties":{
                    "no":{"title":"编号","type":"string","maxLength":1},
                    "isSecret":{"title":"是否保密","type":"string","enum":["0","1"]},
                    "birthday":{"title":"出生日期","type":"string","maxLength":10}}},
                  "fullName":{"title":"姓名","type":"string","maxLength":20},
                  "level":{"title":"紧急","type":"string","enum":["1","2"]},
                  "parts":{"title":"材料","type":"array","items":{"type":"object","required":["id"],"properties":{
                    "id":{"type":"string"},"pages":{"title":"页数","type":"integer"}}}},
                  "tag":{"title":"标记","type":"array","items":{"type":"string"}},
                  "count":{"title":"件数","type":"integer"},
                  "kind":{"title":"类别","type":"string","enum":["X","Y"]},
                  "extra":{"title":"扩展","type":"object"}}}
                """);
    }

    private static Skeleton.Wish wish(String from, String to) {
        return new Skeleton.Wish("new-one", from, to, "peer", "json", "json", "root");
    }

    @Test
    void theFileSaysWhatItGuessedAndWhatIsToFill() {
        Skeleton.Begun begun = new Skeleton(folder).begin(wish("a", "schemas/b.schema.json"));
        assertThat(begun.files().get("peer/new-one.map.yaml")).isEqualTo("""
                # yaml-language-server: $schema=../schemas/mapping-1.schema.json
                language: 1
                mapping: new-one
                version: 1
                title: "甲方消息 → 乙方消息"
                description: "骨架:先核对「猜」,再填「待填」,用不上的注释删掉。"
                source: { format: json, schema: schemas/a.schema.json }
                target: { format: json, schema: schemas/b.schema.json }
                zone: Asia/Shanghai
                tables:
                  level: { HIGH: "1", LOW: "1" } # 待填:按两边的代码核对
                rules:
                  head.no: { from: no, required: true } # 猜:名称相同,来源「编号」;目标「编号」,最长 1 字
                  head.isSecret: { when: person.secret = true, then: "1", else: "0" } # 猜:标题相同,来源「是否保密」;目标「是否保密」
                  head.birthday: { from: person.born, date: yyyy-MM-dd } # 猜:标题相同,来源「出生日期」;目标「出生日期」,最长 10 字
                  fullName: { from: person.name } # 猜:标题相同,来源「姓名」;目标「姓名」,最长 20 字;来源最长 50 字
                  level: { from: level, required: true, table: level } # 猜:路径相同,来源「级别」;目标「紧急」
                  parts: # 猜:路径相同;目标「材料」
                    each: parts
                    rules:
                      id: { from: id, required: true } # 猜:路径相同,来源「附件编号」;目标
                      # pages: { const: 0 } # 可选:「页数」
                  # tag: { from: tags } # 猜:名称相近,请核对,来源「标签」;目标「标记」
                  count: { const: 0 } # 待填:「件数」
                  kind: { const: "X" } # 待填:「类别」
                  # extra: { rest: true } # 没有别的规则读取的来源字段;目标「扩展」
                tests:
                - name: 第一份样例
                  in: samples/new-one/first.in.json
                  expect: { head.no: "样", fullName: "样例" }
                """);
        assertThat(begun.files().get("samples/new-one/first.in.json")).isEqualTo("""
                {
                  "no" : "样",
                  "person" : {
                    "secret" : true,
                    "born" : "2021-09-08",
                    "name" : "样例"
                  },
                  "level" : "HIGH",
                  "parts" : [ {
                    "id" : "样例"
                  } ]
                }
                """);
        assertThat(begun.guesses()).isEqualTo(7);
        assertThat(begun.toFill()).isEqualTo(2);
    }

    @Test
    void itPassesCheckAndTestBetweenAnyTwoShippedSchemas() throws IOException {
        MappingSet shipped = MappingSet.load(MAPPINGS);
        Map<String, byte[]> files = new TreeMap<>(FolderSnapshot.of(MAPPINGS).files());
        files.keySet().removeIf(name -> name.endsWith(".map.yaml"));
        List<String> wrong = new ArrayList<>();
        for (String name : shipped.names()) {
            MappingOutline outline = MappingOutline.of(shipped, name);
            tryOut(outline.source(), outline.target(), files, wrong);
            tryOut(outline.target(), outline.source(), files, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    private static void tryOut(
            MappingOutline.End source, MappingOutline.End target, Map<String, byte[]> files, List<String> wrong) {
        if (source.schema() == null || target.schema() == null) {
            return;
        }
        Skeleton.Begun begun = new Skeleton(MAPPINGS)
                .begin(new Skeleton.Wish(
                        "new-one",
                        source.schema().file(),
                        target.schema().file(),
                        null,
                        source.format(),
                        target.format(),
                        "ROOT"));
        Map<String, byte[]> all = new TreeMap<>(files);
        begun.files().forEach((name, text) -> all.put(name, text.getBytes(StandardCharsets.UTF_8)));
        String pair = source.schema().file() + " → " + target.schema().file() + ": ";
        try {
            FolderSnapshot snapshot = new FolderSnapshot(all);
            snapshot.failedTests(snapshot.load()).forEach(failed -> wrong.add(pair + failed));
        } catch (MappingProblems problems) {
            problems.problems().stream().filter(MappingProblem::isError).forEach(problem -> wrong.add(pair + problem));
        }
    }

    @Test
    void nothingIsWrittenOverAFile() throws IOException {
        Skeleton skeleton = new Skeleton(folder);
        Skeleton.Begun begun = skeleton.begin(wish("a", "b"));
        skeleton.write(begun);
        assertThat(Files.readString(folder.resolve("peer/new-one.map.yaml")))
                .isEqualTo(begun.files().get("peer/new-one.map.yaml"));
        assertThatThrownBy(() -> skeleton.write(begun))
                .hasMessage("peer/new-one.map.yaml is there already. Nothing written");
    }

    @Test
    void whatCannotBeBegunIsTold() {
        Skeleton skeleton = new Skeleton(MAPPINGS);
        assertThatThrownBy(() -> skeleton.begin(wish("delivry", "hotline-order")))
                .hasMessage("no schema 'delivry' in the mappings folder. Did you mean 'delivery'?");
        assertThatThrownBy(() -> skeleton.begin(
                        new Skeleton.Wish("../x", "delivery", "hotline-order", null, "json", "json", "root")))
                .hasMessage("'../x' cannot be a name. Expected small letters, digits and hyphens");
        assertThatThrownBy(() -> skeleton.begin(
                        new Skeleton.Wish("x", "delivery", "hotline-order", "../y", "json", "json", "root")))
                .hasMessage("'../y' cannot be a name. Expected small letters, digits and hyphens");
        assertThatThrownBy(() -> skeleton.begin(
                        new Skeleton.Wish("x", "delivery", "hotline-order", null, "jsno", "json", "root")))
                .hasMessage("no format 'jsno'. Formats: json, xml, form. Did you mean 'json'?");
    }
}
