package org.hotlinegateway.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Finds the steps that convert in the route files, without starting a route. */
public final class RouteSteps {
    private static final String MAPPING = "mapping:";
    private static final String QUEUE = "jms:(?:queue:)?([^?]+).*";

    private final List<RouteStep> steps = new ArrayList<>();
    private String route = "";
    private String file = "";
    private String peer = "";
    private String queue = "";

    private RouteSteps() {}

    /** All steps of all {@code *.camel.yaml} files of a folder; none when there is no such folder. */
    public static List<RouteStep> read(Path routesDir) {
        if (!Files.isDirectory(routesDir)) {
            return List.of();
        }
        RouteSteps found = new RouteSteps();
        try (Stream<Path> files = Files.list(routesDir)) {
            for (Path path : files.sorted().toList()) {
                if (path.toString().endsWith(".camel.yaml")) {
                    found.file(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the folder of routes " + routesDir, e);
        }
        return List.copyOf(found.steps);
    }

    private void file(Path path) throws IOException {
        file = String.valueOf(path.getFileName());
        try {
            Object root = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(path));
            if (root instanceof List<?> items) {
                items.forEach(this::item);
            }
        } catch (YamlEngineException notYaml) {
            throw new IllegalArgumentException(file + " is not YAML: " + notYaml.getMessage(), notYaml);
        }
    }

    private void item(@Nullable Object item) {
        if (item instanceof Map<?, ?> map && map.get("route") instanceof Map<?, ?> body) {
            route = text(body.get("id"));
            peer = text(body.get("group"));
            queue = body.get("from") instanceof Map<?, ?> from ? queue(text(from.get("uri"))) : "";
            walk(body, "");
        }
    }

    private static String queue(String uri) {
        return uri.matches(QUEUE) ? uri.replaceAll(QUEUE, "$1") : "";
    }

    private void walk(@Nullable Object node, String when) {
        if (node instanceof List<?> items) {
            items.forEach(item -> walk(item, when));
        } else if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if ("choice".equals(key) && value instanceof Map<?, ?> choice) {
                    choice(choice, when);
                } else {
                    walk(value, when);
                }
            });
        } else if (node instanceof String uri && uri.startsWith(MAPPING)) {
            String mapping = uri.substring(MAPPING.length()).replaceAll("\\?.*", "");
            steps.add(new RouteStep(route, file, peer, queue, mapping, when));
        }
    }

    private void choice(Map<?, ?> choice, String when) {
        List<String> taken = new ArrayList<>();
        for (Object branch : choice.get("when") instanceof List<?> branches ? branches : List.of()) {
            String condition = branch instanceof Map<?, ?> map ? condition(map) : "";
            taken.add(condition);
            walk(branch, both(when, condition));
        }
        walk(choice.get("otherwise"), both(when, "not (" + String.join(" or ", taken) + ")"));
    }

    /** The condition of a branch, whichever expression language it is written in. */
    private static String condition(Map<?, ?> branch) {
        for (Object language : List.of("simple", "expression", "jsonpath", "xpath", "constant", "header", "method")) {
            Object written = branch.get(language);
            if (written instanceof Map<?, ?> inner) {
                return inner.containsKey("expression") ? text(inner.get("expression")) : condition(inner);
            }
            if (written != null) {
                return text(written).replaceAll("\\$\\{(?:exchangeProperty|header)\\.([^}]*)}", "$1");
            }
        }
        return "?";
    }

    private static String both(String outer, String inner) {
        return outer.isEmpty() ? inner : outer + " and " + inner;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
