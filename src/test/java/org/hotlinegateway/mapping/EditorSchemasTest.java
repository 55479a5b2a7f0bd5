package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What editors complete and underline: the shipped files fit the schemas, mistakes do not. */
class EditorSchemasTest {
    private static final Path MAPPINGS = Path.of("mappings");

    private static List<String> faults(String schema, String document, InputFormat format) throws IOException {
        Schema loaded = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(MAPPINGS.resolve("schemas").resolve(schema)));
        return loaded.validate(document, format).stream().map(Object::toString).toList();
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(MAPPINGS.resolve(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    static Stream<Path> mappings() throws IOException {
        return files("", ".map.yaml").stream();
    }

    static Stream<Path> tables() throws IOException {
        return files("tables", ".csv").stream();
    }

    /** A CSV file as a list of objects, blank cells left out. */
    private static Value rows(Path csv) throws IOException {
        TableFile file = TableFile.parse(csv.toString(), Files.readString(csv));
        return new Value.Arr(file.rows().stream().map(row -> record(file, row)).toList());
    }

    private static Value record(TableFile file, TableFile.Row row) {
        Value.Obj record = new Value.Obj();
        for (int i = 0; i < file.columns().size(); i++) {
            String cell = TableFile.cell(row, i);
            if (cell != null) {
                record.add(file.columns().get(i), new Value.Text(cell));
            }
        }
        return record;
    }

    private static String json(Value value) {
        return new String(JsonTarget.bytes(value), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void everyShippedMappingFits(Path file) throws IOException {
        assertThat(faults("mapping-1.schema.json", Files.readString(file), InputFormat.YAML))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyShippedTableFits(Path file) throws IOException {
        assertThat(faults("table-1.schema.json", json(rows(file)), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theShippedDirectoriesFit() throws IOException {
        Value.Obj directories = new Value.Obj();
        for (String name : List.of("units", "halls", "regions", "task-types")) {
            directories.add(name, rows(MAPPINGS.resolve("tables/" + name + ".csv")));
        }
        assertThat(faults("directory-1.schema.json", json(directories), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void aMisspeltClauseIsUnderlined() throws IOException {
        String mapping = """
                language: 1
                mapping: t
                source: { format: json }
                target: { format: json }
                rules: { t: { from: a, tabel: k } }
                """;
        assertThat(faults("mapping-1.schema.json", mapping, InputFormat.YAML))
                .anySatisfy(fault -> assertThat(fault).contains("tabel"));
    }

    @Test
    void aDayThatIsNoneAndAKindThatDoesNotExistAreUnderlined() throws IOException {
        assertThat(faults("table-1.schema.json", "[{\"a\":\"1\",\"validTo\":\"2021-9-8\"}]", InputFormat.JSON))
                .hasSize(1);
        String halls = "{\"units\":[{\"code\":\"ORG-X\",\"name\":\"甲\",\"kind\":\"REGON\"}]}";
        assertThat(faults("directory-1.schema.json", halls, InputFormat.JSON)).hasSize(1);
    }

    @Test
    void theSchemaExplainsEachClauseInTheWordsOfTheReferencePage() throws IOException {
        Value schema = JsonReader.parse(Files.readAllBytes(MAPPINGS.resolve("schemas/mapping-1.schema.json")));
        for (Clause clause : Clauses.registry()) {
            Value described = schema;
            for (String step : List.of("$defs", "clauses", "properties", clause.name(), "description")) {
                described = described instanceof Value.Obj obj ? obj.get(step) : null;
            }
            assertThat(Value.scalarText(described)).isEqualTo(clause.meaning().replace("`", ""));
        }
    }
}
