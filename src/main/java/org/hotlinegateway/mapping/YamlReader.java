package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML so that every scalar stays text; a key given twice is a problem. */
final class YamlReader {
    private static final int DEEPEST = 60;

    private final String file;
    private final Problems problems;

    YamlReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    @Nullable
    Yaml read(String text) {
        LoadSettings settings =
                LoadSettings.builder().setMaxAliasesForCollections(0).build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            return root.map(node -> convert(node, 0)).orElse(null);
        } catch (MarkedYamlEngineException e) {
            Place stopped = place(e.getProblemMark());
            YamlFault.Told told = YamlFault.of(text, stopped.line(), stopped.column(), String.valueOf(e.getProblem()));
            problems.error(new Place(file, told.line(), told.column()), "yaml", told.text());
        } catch (YamlEngineException e) {
            problems.error(new Place(file, 1, 1), "yaml", "not YAML: " + e.getMessage());
        }
        return null;
    }

    private Yaml convert(Node node, int depth) {
        Place place = place(node.getStartMark());
        if (depth > DEEPEST) {
            problems.error(place, "yaml", "nested deeper than " + DEEPEST + " levels");
            return new Yaml.Scalar("", true, place);
        }
        if (node instanceof ScalarNode scalar) {
            return new Yaml.Scalar(scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN, place);
        }
        if (node instanceof SequenceNode sequence) {
            List<Yaml> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(convert(item, depth + 1)));
            return new Yaml.Seq(items, place);
        }
        return dict((MappingNode) node, place, depth);
    }

    private Yaml.Dict dict(MappingNode node, Place place, int depth) {
        LinkedHashMap<String, Yaml.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Yaml key = convert(tuple.getKeyNode(), depth + 1);
            if (!(key instanceof Yaml.Scalar name)) {
                problems.error(key.place(), "yaml", "a key must be text");
                continue;
            }
            int sign = name.plain() ? FullWidth.find(name.text()) : -1;
            if (sign >= 0) {
                Place at = new Place(file, name.place().line(), name.place().column() + sign);
                problems.error(at, "yaml", FullWidth.told(name.text().charAt(sign)));
                continue;
            }
            Yaml.Entry before =
                    entries.putIfAbsent(name.text(), new Yaml.Entry(name, convert(tuple.getValueNode(), depth + 1)));
            if (before != null) {
                problems.error(
                        name.place(),
                        "duplicate",
                        "'" + name.text() + "' is given twice, first in line "
                                + before.key().place().line());
            }
        }
        return new Yaml.Dict(entries, place);
    }

    private Place place(Optional<Mark> mark) {
        return mark.map(at -> new Place(file, at.getLine() + 1, at.getColumn() + 1))
                .orElse(new Place(file, 1, 1));
    }
}
