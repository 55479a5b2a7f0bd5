package org.hotlinegateway.workbench;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotlinegateway.mapping.MappingOutline;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.Schema;
import org.hotlinegateway.mapping.TableFile;
import org.hotlinegateway.mapping.Yaml;
import org.jspecify.annotations.Nullable;

/** Writes the interface table of a mapping out of its rules and its schemas. */
public final class InterfaceTables {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST_CODES = 12;

    private final MappingSet set;
    private final InstantSource clock;

    public InterfaceTables(MappingSet set, InstantSource clock) {
        this.set = set;
        this.clock = clock;
    }

    /** The interface table of a mapping. */
    public InterfaceTable of(String mapping) {
        MappingOutline outline = MappingOutline.of(set, mapping);
        return new InterfaceTable(
                mapping,
                outline.title().isEmpty() ? mapping : outline.title(),
                InterfaceTable.head(
                        outline.version(),
                        set.digest(),
                        LocalDate.ofInstant(clock.instant(), ZONE),
                        end(outline.source()),
                        end(outline.target()),
                        outline.description()),
                rows(outline),
                codes(outline));
    }

    private static String end(MappingOutline.End end) {
        Schema schema = end.schema();
        String encoding = end.encoding() == null ? "UTF-8" : end.encoding();
        String root = end.root() == null ? "" : ",根元素 " + end.root();
        String title = schema == null ? "" : schema.title() + ",";
        return title + end.format().toUpperCase(java.util.Locale.ROOT) + "," + encoding + root;
    }

    private static List<InterfaceTable.Row> rows(MappingOutline outline) {
        List<InterfaceTable.Row> rows = new ArrayList<>();
        outline.rules().forEach(rule -> rows.add(row(rows.size() + 1, rule, outline)));
        return rows;
    }

    private static InterfaceTable.Row row(int number, MappingOutline.Rule rule, MappingOutline outline) {
        Schema schema = rule.schema();
        return new InterfaceTable.Row(
                number,
                rule.target(),
                schema == null ? "" : schema.title(),
                type(rule),
                required(rule),
                length(rule),
                rule.reads().stream().map(FieldNames::listed).collect(Collectors.joining("\n")),
                RuleWords.of(rule),
                rule.tables().stream().map(table -> origin(table, outline)).collect(Collectors.joining("\n")),
                RuleWords.text(rule.clauses(), "default"),
                RuleWords.text(rule.clauses(), "description"));
    }

    private static String origin(String table, MappingOutline outline) {
        return outline.tables().stream()
                .filter(use -> use.name().equals(table))
                .map(InterfaceTables::codesName)
                .findFirst()
                .orElse(table);
    }

    private static String type(MappingOutline.Rule rule) {
        Schema schema = rule.schema();
        if (schema == null || schema.type().isEmpty()) {
            return rule.isAbove() ? aboveType(rule) : asType(rule.clauses());
        }
        Schema items = schema.items();
        if (schema.isArray()) {
            return "数组" + (items == null || items.type().isEmpty() ? "" : "(" + single(items) + ")");
        }
        return single(schema);
    }

    private static String aboveType(MappingOutline.Rule rule) {
        return rule.clauses().has("each") ? "数组(对象)" : "对象";
    }

    private static String asType(Yaml.Dict clauses) {
        return clauses.has("as") ? RuleWords.typeWord(RuleWords.text(clauses, "as")) : "";
    }

    private static String single(Schema schema) {
        if (schema.isObject()) {
            return "对象";
        }
        List<String> codes = schema.allowed();
        String word = RuleWords.typeWord(schema.type());
        if (codes.isEmpty()) {
            return word;
        }
        String shown = String.join("、", codes.subList(0, Math.min(MOST_CODES, codes.size())));
        return word + ":" + shown + (codes.size() > MOST_CODES ? " 等 " + codes.size() + " 种" : "");
    }

    private static String required(MappingOutline.Rule rule) {
        if (rule.demanded()) {
            return "是";
        }
        if (!RuleWords.text(rule.clauses(), "required").equals("true")) {
            return "否";
        }
        return rule.clauses().has("if") ? "有条件" : "是";
    }

    private static String length(MappingOutline.Rule rule) {
        Yaml.Dict clauses = rule.clauses();
        if (clauses.has("maxLength")) {
            String bytes = RuleWords.text(clauses, "bytes");
            return RuleWords.text(clauses, "maxLength") + (bytes.isEmpty() ? "" : " 字节(" + bytes + ")");
        }
        Schema schema = rule.schema();
        Schema value = schema != null && schema.isArray() ? schema.items() : schema;
        return value == null || value.maxLength() == Integer.MAX_VALUE ? "" : String.valueOf(value.maxLength());
    }

    private List<InterfaceTable.Codes> codes(MappingOutline outline) {
        Map<String, List<MappingOutline.TableUse>> byName = new LinkedHashMap<>();
        outline.tables()
                .forEach(use -> byName.computeIfAbsent(codesName(use), name -> new ArrayList<>())
                        .add(use));
        return byName.entrySet().stream()
                .map(entry -> codes(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String codesName(MappingOutline.TableUse use) {
        return use.file().isEmpty() ? use.name() : use.file().replaceAll(".*/|\\.csv$", "");
    }

    private InterfaceTable.Codes codes(String name, List<MappingOutline.TableUse> uses) {
        MappingOutline.TableUse first = uses.get(0);
        String use = uses.stream().map(InterfaceTables::use).collect(Collectors.joining(";"));
        if (first.file().isEmpty()) {
            List<List<String>> rows = first.rows().stream()
                    .map(row -> List.of(row.key(), row.value()))
                    .toList();
            return new InterfaceTable.Codes(name, use, InterfaceTable.INLINE_COLUMNS, rows);
        }
        TableFile file = set.table(first.file());
        List<List<String>> rows =
                file.rows().stream().map(row -> cells(file, row)).toList();
        return new InterfaceTable.Codes(name, use, file.columns(), rows);
    }

    private static String use(MappingOutline.TableUse use) {
        String how = switch (use.match()) {
            case "prefix" -> ",取最长的前缀";
            case "regex" -> ",取第一个符合的";
            default -> "";
        };
        return use.name() + (use.file().isEmpty() ? "" : ":" + String.join("、", use.from()) + " → " + use.to()) + how;
    }

    private static List<String> cells(TableFile file, TableFile.Row row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < file.columns().size(); column++) {
            @Nullable String cell = TableFile.cell(row, column);
            cells.add(cell == null ? "" : cell);
        }
        return cells;
    }
}
