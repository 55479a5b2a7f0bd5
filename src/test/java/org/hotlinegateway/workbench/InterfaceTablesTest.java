package org.hotlinegateway.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.hotlinegateway.mapping.MappingSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Interface tables say in words what the rules say, and come back out of a spreadsheet as they went in. */
class InterfaceTablesTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2021-09-08T16:00:00Z"));
    private static final MappingSet SHIPPED = MappingSet.load(Path.of("mappings"));

    private static final String FILE = """
            language: 1
            mapping: t
            version: 4
            title: 甲 → 乙
            description: "=cmd|' /C calc'!A0"
            source: { format: json, schema: schemas/a.schema.json }
            target: { format: json, schema: schemas/b.schema.json }
            tables:
              kind: tables/kinds.csv#kind->code
              yes: { A: "01" }
            rules:
              name: { from: name, required: true, maxLength: 8, bytes: GB18030, description: "+两边|商定" }
              kind: { if: name is present, from: kind, table: kind, else: "00", default: "09" }
              files: { each: files, where: size > 0, rules: { id: id, of: ^.name } }
              flag: { from: kind, table: yes, else: null }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void aFolderWithOneMapping() throws IOException {
        Files.createDirectories(folder.resolve("tables"));
        Files.createDirectories(folder.resolve("schemas"));
        Files.writeString(folder.resolve("tables/kinds.csv"), "kind,name,code\nA,甲,001\nB,=1+1,002\n");
        Files.writeString(folder.resolve("schemas/a.schema.json"), """
                {"title":"甲方消息","type":"object","properties":{
                  "name":{"title":"姓名","type":"string"},
                  "kind":{"title":"种类","type":"string"},
                  "files":{"title":"附件","type":"array","items":{"type":"object","properties":{
                    "id":{"title":"附件编号","type":"string"},"size":{"title":"大小","type":"integer"}}}}}}
                """);
        Files.writeString(folder.resolve("schemas/b.schema.json"), """
                {"title":"乙方消息","type":"object","required":["name"],"properties":{
                  "name":{"title":"@姓名","type":"string"},
                  "kind":{"title":"-种类","type":"string","enum":["00","001","002","09"]},
                  "files":{"title":"附件","type":"array","items":{"type":"object","properties":{
                    "id":{"title":"编号","type":"string","maxLength":9},"of":{"title":"所属","type":"string"}}}},
                  "flag":{"title":"标志","type":"string"}}}
                """);
        Files.writeString(folder.resolve("t.map.yaml"), FILE);
    }

    private InterfaceTable table() {
        return new InterfaceTables(MappingSet.load(folder), CLOCK).of("t");
    }

    @Test
    void theMarkdownIsTheWholeDocument() {
        assertThat(InterfaceMarkdown.of(table()))
                .isEqualTo("""
                # 甲 → 乙

                接口表 `t`

                | | |
                |---|---|
                | 版本 | 4 |
                | 映射集摘要 | %s |
                | 日期 | 2021-09-09 |
                | 来源 | 甲方消息,JSON,UTF-8 |
                | 目标 | 乙方消息,JSON,UTF-8 |
                | 说明 | =cmd\\|' /C calc'!A0 |

                ## 字段

                | 序号 | 目标字段 | 名称 | 类型 | 必填 | 长度 | 来源字段 | 规则 | 码表 | 默认值 | 备注 |
                |---|---|---|---|---|---|---|---|---|---|---|
                | 1 | name | @姓名 | 文本 | 是 | 8 字节(GB18030) | name(姓名) | 取「姓名」 |  |  | +两边\\|商定 |
                | 2 | kind | -种类 | 文本:00、001、002、09 | 否 |  | kind(种类) | 仅当「姓名」有值时:取「种类」,按码表 kind 转换,查不到时为 00 | kinds | 09 |  |
                | 3 | files | 附件 | 数组(对象) | 否 |  | files(附件) | 「附件」逐项,只取「大小」大于 0 的项 |  |  |  |
                | 4 | files[].id | 编号 | 文本 | 否 | 9 | files[].id(附件编号) | 取「附件编号」 |  |  |  |
                | 5 | files[].of | 所属 | 文本 | 否 |  | name(姓名) | 取「姓名」 |  |  |  |
                | 6 | flag | 标志 | 文本 | 否 |  | kind(种类) | 取「种类」,按码表 yes 转换,查不到时不填 | yes |  |  |

                ## 码表 kinds

                kind:kind → code

                | kind | name | code |
                |---|---|---|
                | A | 甲 | 001 |
                | B | =1+1 | 002 |

                ## 码表 yes

                yes

                | 来源代码 | 目标代码 |
                |---|---|
                | A | 01 |
                """.formatted(MappingSet.load(folder).digest()));
    }

    @Test
    void theWorkbookReadsBackWhole() throws IOException {
        InterfaceTable table = table();
        assertThat(readBack(InterfaceWorkbook.of(table))).isEqualTo(sheets(table));
    }

    @Test
    void everyShippedMappingReadsBackWholeAndOnlyAsText() throws IOException {
        InterfaceTables tables = new InterfaceTables(SHIPPED, CLOCK);
        for (String name : SHIPPED.names()) {
            InterfaceTable table = tables.of(name);
            assertThat(readBack(InterfaceWorkbook.of(table))).as(name).isEqualTo(sheets(table));
        }
    }

    @Test
    void everyFieldOfTheShippedMappingsHasATitleAndEveryRuleIsSaidInWords() {
        InterfaceTables tables = new InterfaceTables(SHIPPED, CLOCK);
        for (String name : SHIPPED.names()) {
            assertThat(tables.of(name).rows()).as(name).allSatisfy(row -> {
                assertThat(row.title()).as(row.target()).isNotEmpty();
                assertThat(row.source()).as(row.target()).doesNotContain("?");
                if (!row.type().equals("对象")) {
                    assertThat(row.rule())
                            .as(row.target())
                            .containsPattern("[\\u4e00-\\u9fff]")
                            .doesNotContain("{ ");
                }
            });
        }
    }

    @Test
    void everyClauseOfTheLanguageHasItsWords() throws IOException {
        JsonNode clauses = JsonMapper.builder()
                .build()
                .readTree(Files.readString(Path.of("mappings/schemas/mapping-1.schema.json")))
                .at("/$defs/clauses/properties");
        assertThat(clauses.propertyNames()).isNotEmpty().allMatch(RuleWords::knows);
    }

    @Test
    void clausesAreSaidInTheOrderInWhichTheyWork() throws IOException {
        Files.writeString(folder.resolve("t.map.yaml"), """
                language: 1
                mapping: t
                source: { format: json }
                target: { format: json }
                tables: { k: { A: "01" } }
                rules:
                  a: { from: a, strip: "^x", split: ";", part: 2, table: k, else: pass, prefix: P-, suffix: -S, upper: true, cut: 5 }
                  b: { from: b, read: yyyyMMdd, timeOfDay: "23:59:59", date: iso, zone: UTC }
                  c: { first: [ a, { from: b, slice: 0..3 } ], pad: 4, lower: true, pattern: "[a-z]+", warn: [ pattern ] }
                  d: { when: { any: [ a = 1, { all: [ "b in [ 2, 3 ]", { not: "c starts with 'x y'" } ] } ] }, then: "1", else: { from: b } }
                  e: { from: n, divide: 1024, round: up, as: integer, min: 1, max: 9 }
                  f: { text: "${a}(${p|-})", parts: { p: { from: b, extract: "(.)" } }, missing: keep-null }
                  g: { each: { from: s, split: ";", fields: "k|v" }, text: "${k}", join: "\\n" }
                  h: { count: l, if: "any of l: . is null" }
                  i: { fn: sha256, args: [ a ] }
                  j: { from: m, mask: { keepFirst: 3, keepLast: 4 } }
                  k: { from: t, mask: { known: [ m ], when: a != 1 }, oneOf: [ x, y ], keepBlanks: true }
                  l: { sign: md5 }
                  m: { const: "" }
                  n: { choose: [ { when: "a matches '[0-9]+'", then: "" }, { else: null } ] }
                  p: { expr: "$sum(n)", in: { n: a }, type: number }
                  o: { list: [ a, "x.y[-1].z" ], join: "", required: true, if: $attempt > 1 }
                """);
        assertThat(table().rows().stream().map(InterfaceTable.Row::rule).collect(Collectors.joining("\n")))
                .isEqualTo("""
                        取「a」,去掉符合 ^x 的部分,按 ; 拆开,取第 2 段,按码表 k 转换,查不到时照原样,前加 P-,后加 -S,转大写,超过 5 字的部分截去并记录
                        取「b」,来源格式 yyyyMMdd,只有日期时时刻取 23:59:59,格式 ISO 8601,时区 UTC
                        依次取第一个有值的:(1) 取「a」;(2) 取「b」,取第 1 至 3 字;所得再左补零到 4 位,转小写,须符合 [a-z]+,不符时只提示,不拒发
                        当「a」是 1 或(「b」是其中之一:2、3 且(并非(「c」开头是 x y))) 时为 1,否则取「b」
                        取「n」,除以 1024,有余数就进一,转成整数,不小于 1,不大于 9
                        写成 「a」(「p」(没有则 -)),其中「p」取「b」,截取符合 (.) 的部分,来源为 null 时填 null
                        「s」按 ; 拆成记录(k|v)逐项,写成 「k」,以 换行 连接
                        仅当「l」有一项的本项为 null 时:「l」的项数
                        函数 sha256(「a」)
                        取「m」,脱敏(保留前 3 位、后 4 位)
                        取「t」,保留首尾空白,当「a」不是 1 时遮去文字中的「m」以及证件号码、电话,限 x、y
                        由签名方式 md5 填写
                        空文本
                        当「a」整体符合 [0-9]+ 时为空文本;否则不填
                        表达式 $sum(n),其中 n 为「a」,得数字
                        仅当「第几次发送」大于 1 时:合成数组:(1) 取「a」;(2) 取「x.y[-1].z」;所得再连成一段""");
    }

    /** Sheet by sheet the texts a document should hold, rows without a text left out. */
    private static Map<String, List<List<String>>> sheets(InterfaceTable table) {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        List<List<String>> fields = new ArrayList<>(List.of(List.of(table.title())));
        table.head().forEach(entry -> fields.add(cut(List.of(entry.label(), entry.text()))));
        fields.add(InterfaceTable.COLUMNS);
        table.rows().forEach(row -> fields.add(cut(row.cells())));
        sheets.put("字段", fields);
        for (InterfaceTable.Codes codes : table.codes()) {
            List<List<String>> rows = new ArrayList<>(List.of(codes.columns()));
            codes.rows().forEach(row -> rows.add(cut(row)));
            sheets.put(codes.name(), rows);
        }
        return sheets;
    }

    private static Map<String, List<List<String>>> readBack(byte[] bytes) throws IOException {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
            assertThat(workbook.getNumFmtIdToFormat().values()).containsExactly("@");
            for (Sheet sheet : workbook.getSheets().toList()) {
                sheets.put(
                        sheet.getName(),
                        sheet.read().stream()
                                .map(InterfaceTablesTest::texts)
                                .filter(row -> !row.isEmpty())
                                .toList());
            }
        }
        return sheets;
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            if (cell != null && cell.getType() != CellType.EMPTY) {
                assertThat(cell.getType()).isEqualTo(CellType.STRING);
            }
            texts.add(cell == null || cell.getType() == CellType.EMPTY ? "" : cell.asString());
        }
        return cut(texts);
    }

    private static List<String> cut(List<String> cells) {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isEmpty()) {
            end--;
        }
        return List.copyOf(cells.subList(0, end));
    }
}
