package org.hotlinegateway.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotlinegateway.mapping.MappingProblem;
import org.hotlinegateway.mapping.MappingProblem.Severity;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One file of the routes folder: a route, or a failure policy that routes name.
 *
 * @param name the file's name
 * @param id of the route or policy
 * @param group peer of a route, null for a policy
 * @param policy failure policy of a route, null for a policy
 * @param mappings the mappings a route names
 */
record RouteFile(
        String name,
        String text,
        boolean isRoute,
        Word id,
        @Nullable Word group,
        @Nullable Word policy,
        List<Word> mappings) {
    static final String SUFFIX = ".camel.yaml";

    private static final String MAPPING = "mapping:";

    /** A word of the file and where it stands. */
    record Word(String text, int line, int column) {
        static Word of(Node node) {
            Mark mark = node.getStartMark().orElseThrow();
            String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
            return new Word(text, mark.getLine() + 1, mark.getColumn() + 1);
        }
    }

    /** Why a file cannot be taken apart. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient MappingProblem problem;

        Unreadable(String file, int line, int column, String text) {
            super(text);
            this.problem = new MappingProblem(file, line, column, Severity.ERROR, "route", text);
        }

        MappingProblem problem() {
            return problem;
        }
    }

    /** What the file's name promises as id. */
    String promised() {
        return name.substring(0, name.length() - SUFFIX.length());
    }

    static RouteFile parse(String name, String text) throws Unreadable {
        Node root = composed(name, text);
        if (root instanceof SequenceNode list
                && list.getValue().size() == 1
                && list.getValue().get(0) instanceof MappingNode only
                && only.getValue().size() == 1) {
            NodeTuple entry = only.getValue().get(0);
            String kind = Word.of(entry.getKeyNode()).text();
            if (entry.getValueNode() instanceof MappingNode body
                    && (kind.equals("route") || kind.equals("routeConfiguration"))) {
                return of(name, text, kind.equals("route"), body);
            }
        }
        throw new Unreadable(name, 1, 1, "expected exactly one '- route:' or one '- routeConfiguration:'");
    }

    private static @Nullable Node composed(String name, String text) throws Unreadable {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(name).build();
            return new Compose(settings).composeString(text).orElse(null);
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            int line = mark.map(at -> at.getLine() + 1).orElse(1);
            throw new Unreadable(
                    name, line, mark.map(at -> at.getColumn() + 1).orElse(1), "no YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new Unreadable(name, 1, 1, "no YAML");
        }
    }

    private static RouteFile of(String name, String text, boolean isRoute, MappingNode body) throws Unreadable {
        Word id = word(body, "id");
        if (id == null) {
            Word at = Word.of(body);
            throw new Unreadable(name, at.line(), at.column(), "'id' is missing. Expected the file's name");
        }
        List<Word> mappings = new ArrayList<>();
        collect(body, mappings);
        return new RouteFile(
                name,
                text,
                isRoute,
                id,
                word(body, "group"),
                word(body, "routeConfigurationId"),
                List.copyOf(mappings));
    }

    private static @Nullable Word word(MappingNode map, String key) {
        return map.getValue().stream()
                .filter(entry -> Word.of(entry.getKeyNode()).text().equals(key))
                .filter(entry -> entry.getValueNode() instanceof ScalarNode)
                .map(entry -> Word.of(entry.getValueNode()))
                .findFirst()
                .orElse(null);
    }

    private static void collect(Node node, List<Word> mappings) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> collect(item, mappings));
        } else if (node instanceof MappingNode map) {
            map.getValue().forEach(entry -> collect(entry.getValueNode(), mappings));
        } else if (Word.of(node).text().startsWith(MAPPING)) {
            Word uri = Word.of(node);
            mappings.add(new Word(uri.text().substring(MAPPING.length()), uri.line(), uri.column()));
        }
    }

    MappingProblem problem(@Nullable Word at, String text) {
        int line = at == null ? 1 : at.line();
        return new MappingProblem(name, line, at == null ? 1 : at.column(), Severity.ERROR, "route", text);
    }
}
