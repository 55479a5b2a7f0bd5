package org.hotlinegateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the habits of docs/architecture.md for everything under routes/. */
class RouteHabitsTest {
    private static final int LINES_AT_MOST = 80;
    private static final String SUFFIX = ".camel.yaml";
    private static final Set<String> STEPS =
            Set.of("bean", "to", "toD", "choice", "setHeader", "setProperty", "setBody", "filter", "process", "log");

    private static final Map<Path, JsonNode> FILES = files();

    @Test
    void everyRouteIsNamedLikeItsFile() {
        assertThat(routes())
                .isNotEmpty()
                .allSatisfy(
                        (file, route) -> assertThat(route.path("id").asString()).isEqualTo(nameOf(file)));
    }

    @Test
    void everyRouteSaysWhatItIsFor() {
        assertThat(routes()).allSatisfy((file, route) -> {
            assertThat(route.path("description").asString("")).isNotBlank();
            assertThat(nameOf(file)).startsWith(route.path("group").asString("no group") + "-");
        });
    }

    @Test
    void everyRouteNamesAFailurePolicyThatExists() {
        Set<String> policies = new TreeSet<>();
        named("routeConfiguration")
                .values()
                .forEach(p -> policies.add(p.path("id").asString()));
        assertThat(routes())
                .allSatisfy((file, route) -> assertThat(policies)
                        .contains(route.path("routeConfigurationId").asString("none")));
    }

    @Test
    void everyStepHasAnIdOfItsOwn() {
        List<String> ids = new ArrayList<>();
        FILES.values().forEach(file -> collectIds(file, ids));
        assertThat(ids).doesNotContain("no id").doesNotHaveDuplicates();
    }

    @Test
    void aRouteChoosesAtMostOnceDeep() {
        assertThat(routes())
                .allSatisfy((file, route) -> assertThat(depth(route)).isLessThanOrEqualTo(1));
    }

    @Test
    void aRouteFitsOnAScreen() throws IOException {
        for (Path file : FILES.keySet()) {
            assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(LINES_AT_MOST);
        }
    }

    @Test
    void everyFileObeysCamelsOwnSchema() {
        Schema camel = camelSchema();
        assertThat(FILES)
                .allSatisfy((file, content) -> assertThat(camel.validate(content.toString(), InputFormat.JSON))
                        .isEmpty());
    }

    @Test
    void nobodySetsAComponentByProperty() throws IOException {
        try (Stream<Path> resources = Files.walk(Path.of("src/main/resources"))) {
            assertThat(resources.filter(file -> file.toString().matches(".*\\.(yaml|yml|properties)")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(componentProperties(file)).isEmpty());
        }
    }

    private static List<String> componentProperties(Path file) {
        String text = read(file);
        JsonNode tree = file.toString().endsWith(".properties") ? null : tree(text);
        boolean nested = tree != null && tree.path("camel").has("component");
        return nested || text.contains("camel.component.") ? List.of("camel.component in " + file) : List.of();
    }

    private static Map<Path, JsonNode> routes() {
        return named("route");
    }

    private static Map<Path, JsonNode> named(String kind) {
        Map<Path, JsonNode> found = new TreeMap<>();
        FILES.forEach((file, content) -> content.forEach(entry -> {
            if (entry.has(kind)) {
                found.put(file, entry.path(kind));
            }
        }));
        return found;
    }

    private static void collectIds(JsonNode node, List<String> ids) {
        node.properties().forEach(field -> {
            if (STEPS.contains(field.getKey()) && field.getValue().isObject()) {
                ids.add(field.getValue().path("id").asString("no id"));
            }
        });
        node.forEach(child -> collectIds(child, ids));
    }

    private static int depth(JsonNode node) {
        int deepest = 0;
        for (JsonNode child : node) {
            deepest = Math.max(deepest, depth(child));
        }
        return deepest + (node.has("choice") ? 1 : 0);
    }

    private static Map<Path, JsonNode> files() {
        Map<Path, JsonNode> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(Path.of("routes"))) {
            all.filter(file -> file.toString().endsWith(SUFFIX)).forEach(file -> files.put(file, tree(read(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static JsonNode tree(String yaml) {
        Load load = new Load(LoadSettings.builder().build());
        return JsonMapper.shared().valueToTree(load.loadFromString(yaml));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private static Schema camelSchema() {
        try (InputStream schema =
                RouteHabitsTest.class.getClassLoader().getResourceAsStream("schema/camelYamlDsl.json")) {
            String text = new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
