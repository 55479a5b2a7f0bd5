package org.hotlinegateway.workbench;

import java.util.Optional;
import org.hotlinegateway.mapping.CoveragePoint;
import org.hotlinegateway.mapping.Trial;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Lets a row of a code table give the value of another row. */
final class RowSwaps {
    private final Trial trial;
    private final String mappingFile;
    private final YamlText yaml;

    RowSwaps(Trial trial, String mappingFile) {
        this.trial = trial;
        this.mappingFile = mappingFile;
        this.yaml = YamlText.of(trial.text(mappingFile));
    }

    /** What the tests say; empty when the row cannot be swapped. */
    Optional<Trial.Verdict> of(CoveragePoint row) {
        Node table = YamlText.get(yaml.root(), "tables") instanceof MappingNode tables
                ? YamlText.get(tables, row.table())
                : null;
        if (row.file().equals(mappingFile)) {
            return table instanceof MappingNode inline ? inFile(inline, row.line(), row.column()) : Optional.empty();
        }
        String origin = table == null ? "->" : origin(table);
        String column = origin.substring(origin.indexOf("->") + 2).strip();
        return Optional.of(trial.ofRow(mappingFile, row.file(), row.line(), column));
    }

    private static String origin(Node table) {
        Node file = table instanceof MappingNode map ? YamlText.get(map, "file") : table;
        return file instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private Optional<Trial.Verdict> inFile(MappingNode table, int line, int column) {
        MappingNode rows = YamlText.get(table, "rows") instanceof MappingNode below ? below : table;
        return rows.getValue().stream()
                .filter(entry ->
                        YamlText.line(entry.getKeyNode()) == line && YamlText.column(entry.getKeyNode()) == column)
                .findFirst()
                .map(entry -> trial.of(mappingFile, yaml.replaced(entry.getValueNode(), other(rows, entry))));
    }

    private String other(MappingNode rows, NodeTuple entry) {
        String value = yaml.written(entry.getValueNode());
        return rows.getValue().stream()
                .map(row -> yaml.written(row.getValueNode()))
                .filter(written -> !written.equals(value))
                .findFirst()
                .orElse(YamlText.quoted(value + "x"));
    }
}
