package org.hotlinegateway.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.hotlinegateway.mapping.MappingSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A code table comes back from a spreadsheet: shown first, written whole, and only as text. */
class TableImportTest {
    private static final String TABLE = """
            # 与热线商定
            kind,name,code
            A,甲,001
            # 乙以后要取消
            B,"乙, 旧",002
            C,丙,003
            """;

    private static final String MAPPING = """
            language: 1
            mapping: t
            source: { format: json }
            target: { format: json }
            tables: { kind: tables/kinds.csv#kind->code, back: tables/kinds.csv#code->kind }
            rules:
              code: { from: kind, table: kind }
              kind: { from: code, table: back }
            tests:
            - name: 丙
              in: samples/c.json
              expect: { code: "003", kind: C }
            """;

    @TempDir
    private Path folder;

    private Path workbook;

    @BeforeEach
    void aTableThatAMappingReadsBothWays() throws IOException {
        Files.createDirectories(folder.resolve("tables"));
        Files.createDirectories(folder.resolve("samples"));
        Files.writeString(folder.resolve("tables/kinds.csv"), TABLE);
        Files.writeString(folder.resolve("samples/c.json"), "{\"kind\":\"C\",\"code\":\"003\"}");
        Files.writeString(folder.resolve("t.map.yaml"), MAPPING);
        workbook = folder.resolve("book.xlsx");
    }

    private void sheet(Consumer<Worksheet> fill) {
        try (Workbook book = new Workbook(Files.newOutputStream(workbook), "test", "1.0")) {
            fill.accept(book.newWorksheet("kinds"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rows(String... rows) {
        sheet(sheet -> {
            for (int row = 0; row < rows.length; row++) {
                String[] cells = rows[row].split("\\|", -1);
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
            }
        });
    }

    private TableImport.Proposal propose() {
        return new TableImport(folder).propose(workbook, null, "tables/kinds.csv");
    }

    private String table() throws IOException {
        return Files.readString(folder.resolve("tables/kinds.csv"));
    }

    private void isRefused(String message) {
        assertThatThrownBy(this::propose).isInstanceOf(SheetFault.class).hasMessage(message);
    }

    @Test
    void theDifferenceIsShownAndNothingIsWritten() throws IOException {
        rows("kind|name|code", "A|甲|001", "C|丙|003", "B|乙|012", "D|丁, 新|004");
        TableImport.Proposal proposal = propose();
        assertThat(proposal.difference().lines())
                .containsExactly(
                        "tables/kinds.csv, rows named by kind: 1 added, 0 removed, 1 changed, 2 unchanged, in another order",
                        "+ kind=D: name=丁, 新, code=004",
                        "~ kind=B name: 乙, 旧 → 乙",
                        "~ kind=B code: 002 → 012");
        assertThat(proposal.problems()).isEmpty();
        assertThat(table()).isEqualTo(TABLE);
    }

    @Test
    void whatIsWrittenKeepsRemarksAndTheTextOfRowsThatStay() throws IOException {
        rows("name|kind|code", "甲|A|001", "乙, 旧|B|002", "丙|C|003", "\"丁\", 新|D|004");
        new TableImport(folder).apply(propose());
        assertThat(table()).isEqualTo(TABLE + "D,\"\"\"丁\"\", 新\",004\n");
        assertThat(propose().difference().isNothing()).isTrue();
    }

    @Test
    void aRowThatATestNeedsIsMissed() {
        rows("kind|name|code", "A|甲|001", "B|乙, 旧|002");
        TableImport.Proposal proposal = propose();
        assertThat(proposal.difference().lines()).endsWith("- kind=C: name=丙, code=003");
        assertThat(proposal.breaks()).isTrue();
        assertThat(proposal.problems())
                .extracting(Object::toString)
                .allSatisfy(line -> assertThat(line).startsWith("t.map.yaml:10:3: test '丙' failed at "));
    }

    @Test
    void aCodeThatBecomesAmbiguousIsTold() {
        rows("kind|name|code", "A|甲|001", "B|乙, 旧|001", "C|丙|003");
        assertThat(propose().problems())
                .extracting(Object::toString)
                .containsExactly(
                        "tables/kinds.csv:5:1: table 'back' is ambiguous: key '001' stands in line 3 with another"
                                + " value. Mark one row in column 'prefer'");
    }

    @Test
    void whatWasWrongBeforeIsNotBlamedOnTheSheet() throws IOException {
        Files.writeString(folder.resolve("t.map.yaml"), MAPPING.replace("expect:", "expct:"));
        rows("kind|name|code", "A|甲|001", "B|乙, 旧|002", "C|丙|003", "D|丁|004");
        assertThat(propose().problems()).isEmpty();
    }

    @Test
    void aRowTwiceIsRefused() {
        rows("kind|name|code", "A|甲|001", "", "A|甲|004");
        isRefused("sheet 'kinds' cell A4: kind=A stands in row 2 already. Expected each row once");
    }

    @Test
    void aRowWithoutNameIsRefused() {
        rows("name|kind|code", "甲||001");
        isRefused("sheet 'kinds' cell B2 is blank. Expected a value of column 'kind', which names the row");
    }

    @Test
    void aNumberMayHaveLostItsZeros() {
        sheet(sheet -> {
            sheet.value(0, 0, "kind");
            sheet.value(1, 2, 1);
        });
        isRefused(
                "sheet 'kinds' cell C2 is a number or a date and may have lost leading zeros. Expected text: format the"
                        + " cells as text (文本) and type the code again");
    }

    @Test
    void aFormulaIsNoCode() {
        sheet(sheet -> {
            sheet.value(0, 0, "kind");
            sheet.formula(1, 0, "1+1");
        });
        isRefused("sheet 'kinds' cell A2 is a formula. Expected text: format the cells as text (文本) and type the code"
                + " again");
    }

    @Test
    void aTextThatLooksLikeAFormulaIsAText() {
        rows("kind|name|code", "A|甲|001", "B|乙, 旧|002", "C|=1+1|003", "@x|-丁|+4");
        assertThat(propose().difference().lines()).endsWith("+ kind=@x: name=-丁, code=+4", "~ kind=C name: 丙 → =1+1");
    }

    @Test
    void mergedCellsAreRefused() {
        sheet(sheet -> {
            sheet.value(0, 0, "kind");
            sheet.value(1, 0, "A");
            sheet.range(1, 0, 2, 1).merge();
        });
        isRefused("sheet 'kinds' cells A2:B3 are merged. Expected one cell for each code: unmerge them and fill every"
                + " row");
    }

    @Test
    void columnsMustBeThoseOfTheTable() {
        rows("kind|nmae|code", "A|甲|001");
        isRefused(
                "sheet 'kinds' cell B1: tables/kinds.csv has no column 'nmae'. Columns: kind, name, code. Did you mean"
                        + " 'name'?");
        rows("kind|code", "A|001");
        isRefused("sheet 'kinds' lacks column 'name' of tables/kinds.csv");
        rows("kind||code", "A|甲|001");
        isRefused("sheet 'kinds' cell B1 is blank. Expected one name for each column");
        rows("kind|kind|code", "A|甲|001");
        isRefused("sheet 'kinds' cell B1 names column 'kind' again. Expected one name for each column");
        rows("kind|name|code", "A|甲|001|x");
        isRefused("sheet 'kinds' cell D2 has no column name above it");
    }

    @Test
    void anEmptySheetIsRefused() {
        sheet(sheet -> {});
        isRefused("sheet 'kinds' is empty. Expected column names in row 1");
    }

    @Test
    void theSheetIsTheOneCalledLikeTheTable() throws IOException {
        try (Workbook book = new Workbook(Files.newOutputStream(workbook), "test", "1.0")) {
            book.newWorksheet("字段").value(0, 0, "x");
            book.newWorksheet("kind").value(0, 0, "kind");
        }
        isRefused("no sheet 'kinds'. Sheets: 字段, kind. Did you mean 'kind'? Name one by --sheet");
        assertThatThrownBy(() -> new TableImport(folder).propose(workbook, "knid", "tables/kinds.csv"))
                .hasMessage("no sheet 'knid'. Sheets: 字段, kind. Did you mean 'kind'?");
    }

    @Test
    void onlyWorkbooksAreRead() throws IOException {
        Files.writeString(workbook, "kind,name\n");
        isRefused("book.xlsx is no XLSX workbook. Save the table as .xlsx");
        zip("hello.txt", "x");
        isRefused("book.xlsx is a ZIP file, but no XLSX workbook. Expected an XLSX workbook with code tables");
        zip("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><x>&a;</x>");
        isRefused("book.xlsx is a damaged XLSX workbook. Save it again");
        Files.delete(workbook);
        isRefused("cannot read book.xlsx");
    }

    @Test
    void halfAWorkbookIsRefused() throws IOException {
        rows("kind|name|code", "A|甲|001");
        byte[] whole = Files.readAllBytes(workbook);
        Files.write(workbook, java.util.Arrays.copyOf(whole, whole.length / 2));
        isRefused("book.xlsx is no XLSX workbook. Save the table as .xlsx");
    }

    /** Bytes changed at random inside the parts: whatever comes of it, it is one clear error or a table. */
    @Test
    void aDamagedWorkbookIsToldOrRead() throws IOException {
        rows("kind|name|code", "A|甲|001", "B|乙, 旧|002", "C|丙|003");
        Map<String, byte[]> parts = parts();
        Random random = new Random(20210908);
        int refused = 0;
        for (int round = 0; round < 400; round++) {
            List<String> names = List.copyOf(parts.keySet());
            String damaged = names.get(random.nextInt(names.size()));
            byte[] bytes = parts.get(damaged).clone();
            for (int i = 0; i <= random.nextInt(3); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) (32 + random.nextInt(96));
            }
            zip(parts, damaged, bytes);
            refused += isRefusedClearly() ? 1 : 0;
        }
        assertThat(refused).isBetween(50, 390);
    }

    private boolean isRefusedClearly() {
        try {
            propose();
            return false;
        } catch (SheetFault fault) {
            assertThat(fault.getMessage()).matches("(book\\.xlsx|sheet '|no sheet ').*");
            return true;
        }
    }

    private Map<String, byte[]> parts() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry part : java.util.Collections.list(zip.entries())) {
                parts.put(part.getName(), zip.getInputStream(part).readAllBytes());
            }
        }
        return parts;
    }

    private void zip(Map<String, byte[]> parts, String damaged, byte[] bytes) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(workbook))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getKey().equals(damaged) ? bytes : part.getValue());
            }
        }
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(workbook))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            for (int i = 0; i < 120; i++) {
                zip.write(zeros);
            }
        }
        isRefused("book.xlsx unpacks to more than 100 MB. Expected an XLSX workbook with code tables");
    }

    @Test
    void anUnknownTableIsToldWithTheNearest() {
        rows("kind|name|code");
        assertThatThrownBy(() -> new TableImport(folder).propose(workbook, null, "tables/kind.csv"))
                .hasMessage("no code table 'tables/kind.csv' in the mappings folder. Did you mean 'tables/kinds.csv'?");
    }

    @Test
    void everyShippedTableThatIsDocumentedComesBackUnchanged() throws IOException {
        Path mappings = Path.of("mappings");
        MappingSet shipped = MappingSet.load(mappings);
        InterfaceTables documents = new InterfaceTables(shipped, InstantSource.fixed(Instant.EPOCH));
        for (String mapping : List.of("case-event-to-hotline-legacy-order", "window-event-to-case-event")) {
            InterfaceTable document = documents.of(mapping);
            try (OutputStream out = Files.newOutputStream(workbook)) {
                out.write(InterfaceWorkbook.of(document));
            }
            for (InterfaceTable.Codes codes : document.codes()) {
                String table = "tables/" + codes.name() + ".csv";
                TableImport.Proposal proposal = new TableImport(mappings).propose(workbook, null, table);
                assertThat(proposal.difference().isNothing()).as(table).isTrue();
                assertThat(proposal.text())
                        .isEqualTo(Files.readString(mappings.resolve(table), StandardCharsets.UTF_8));
            }
        }
    }

    private void zip(String name, String text) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(workbook))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
