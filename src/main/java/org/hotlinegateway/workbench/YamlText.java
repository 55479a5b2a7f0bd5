package org.hotlinegateway.workbench;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The text of a YAML file that can be changed at one place while every other character stays as it is. */
final class YamlText {
    private final String text;
    private final MappingNode root;

    private YamlText(String text, MappingNode root) {
        this.text = text;
        this.root = root;
    }

    /** @throws IllegalArgumentException when the text is no map of keys */
    static YamlText of(String text) {
        LoadSettings settings =
                LoadSettings.builder().setMaxAliasesForCollections(0).build();
        if (new Compose(settings).composeString(text).orElse(null) instanceof MappingNode root) {
            return new YamlText(text, root);
        }
        throw new IllegalArgumentException("a mapping file is a map of keys");
    }

    String text() {
        return text;
    }

    MappingNode root() {
        return root;
    }

    static String key(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
    }

    static @Nullable Node get(MappingNode map, String key) {
        return map.getValue().stream()
                .filter(entry -> key(entry).equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst()
                .orElse(null);
    }

    /** A literal, quoted so that it means this text. */
    static String quoted(String literal) {
        return "'" + literal.replace("'", "''") + "'";
    }

    /** The node as it is written. */
    String written(Node node) {
        return text.substring(start(node), end(node)).stripTrailing();
    }

    String replaced(Node node, String by) {
        int end = start(node) + written(node).length();
        return text.substring(0, start(node)) + by + text.substring(end);
    }

    String without(MappingNode map, NodeTuple entry) {
        List<NodeTuple> entries = map.getValue();
        int at = entries.indexOf(entry);
        if (at + 1 < entries.size()) {
            return cut(start(entry.getKeyNode()), start(entries.get(at + 1).getKeyNode()));
        }
        return at == 0 ? replaced(map, "{}") : cut(end(entries.get(at - 1).getValueNode()), end(entry.getValueNode()));
    }

    String without(SequenceNode list, Node item) {
        List<Node> items = list.getValue();
        int at = items.indexOf(item);
        if (at + 1 < items.size()) {
            return cut(start(item), start(items.get(at + 1)));
        }
        return at == 0 ? replaced(list, "[]") : cut(end(items.get(at - 1)), end(item));
    }

    /** Puts a text before a position. */
    String inserted(int position, String added) {
        return text.substring(0, position) + added + text.substring(position);
    }

    private String cut(int from, int to) {
        return text.substring(0, from) + text.substring(to);
    }

    int start(Node node) {
        return offset(node.getStartMark());
    }

    /** The end of a block lies behind the line break and the indentation that follow it. */
    int end(Node node) {
        return offset(node.getEndMark());
    }

    /** The end of the line on which a node ends, comments behind it included, comments below it not. */
    int lineEnd(Node node) {
        Node below = lastOf(node);
        if (below != null) {
            return lineEnd(below);
        }
        int end = start(node) + written(node).length();
        int lineBreak = text.indexOf('\n', end);
        return lineBreak < 0 ? text.length() : lineBreak;
    }

    /** The last node of a block, null for a scalar and for what stands in brackets. */
    private static @Nullable Node lastOf(Node node) {
        if (node instanceof MappingNode map && map.getFlowStyle() == FlowStyle.BLOCK) {
            return map.getValue().get(map.getValue().size() - 1).getValueNode();
        }
        if (node instanceof SequenceNode list && list.getFlowStyle() == FlowStyle.BLOCK) {
            return list.getValue().get(list.getValue().size() - 1);
        }
        return null;
    }

    private int offset(Optional<Mark> mark) {
        return text.offsetByCodePoints(0, mark.orElseThrow().getIndex());
    }

    static int line(Node node) {
        return node.getStartMark().orElseThrow().getLine() + 1;
    }

    static int column(Node node) {
        return node.getStartMark().orElseThrow().getColumn() + 1;
    }
}
