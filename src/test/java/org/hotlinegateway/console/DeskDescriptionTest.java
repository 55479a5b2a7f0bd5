package org.hotlinegateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

class DeskDescriptionTest {
    private static final String DESK = "/staff/api/v1/desk";

    @Test
    @SuppressWarnings("unchecked")
    void theDescriptionNamesEveryAddressOfTheDeskAndNoOther() throws Exception {
        Map<String, Object> description =
                (Map<String, Object>) new Load(LoadSettings.builder().build())
                        .loadFromString(Files.readString(Path.of("src/main/resources/openapi/staff-desk.yaml")));
        Set<String> described = new TreeSet<>();
        ((Map<String, Map<String, Object>>) description.get("paths"))
                .forEach((path, operations) -> operations
                        .keySet()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        assertThat(described).containsExactlyElementsOf(addresses());
    }

    private static Set<String> addresses() {
        Set<String> addresses = new TreeSet<>();
        for (Class<?> api : List.of(DeskApi.class, SelectionsApi.class, CopiesApi.class)) {
            String base = api.getAnnotation(RequestMapping.class).value()[0].substring(DESK.length());
            for (Method method : api.getDeclaredMethods()) {
                of(method)
                        .forEach(
                                address -> addresses.add(address.formatted(base).replaceAll(":[^}]*}", "}")));
            }
        }
        addresses.remove("GET /openapi.yaml");
        return addresses;
    }

    private static List<String> of(Method method) {
        List<String> found = new ArrayList<>();
        GetMapping get = method.getAnnotation(GetMapping.class);
        PostMapping post = method.getAnnotation(PostMapping.class);
        if (get != null) {
            paths(get.value()).forEach(path -> found.add("GET %s" + path));
        }
        if (post != null) {
            paths(post.value()).forEach(path -> found.add("POST %s" + path));
        }
        return found;
    }

    private static Stream<String> paths(String[] declared) {
        return declared.length == 0 ? Stream.of("") : Stream.of(declared);
    }
}
