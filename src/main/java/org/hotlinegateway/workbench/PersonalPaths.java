package org.hotlinegateway.workbench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hotlinegateway.mapping.MappingOutline;

/**
 * Which source fields of a mapping hold personal data: those that are named like the canonical fields, that fill one of
 * them, or that some rule masks.
 */
final class PersonalPaths {
    private final Map<String, PersonalKind> kinds = new LinkedHashMap<>();

    private PersonalPaths() {}

    static PersonalPaths of(MappingOutline outline) {
        PersonalPaths paths = new PersonalPaths();
        outline.rules().stream().filter(rule -> !rule.isAbove()).forEach(paths::mark);
        return paths;
    }

    private void mark(MappingOutline.Rule rule) {
        Optional<PersonalKind> kind = PersonalKind.of(rule.target())
                .or(() -> PersonalKind.ofMask(rule.clauses().get("mask")));
        for (MappingOutline.Field field : rule.reads()) {
            if (!field.path().startsWith("$")) {
                PersonalKind.of(field.path()).or(() -> kind).ifPresent(found -> mark(field.path(), found));
            }
        }
    }

    private void mark(String path, PersonalKind kind) {
        kinds.merge(plain(path), kind, (one, two) -> one == PersonalKind.TEXT ? two : one);
    }

    /** @param path names joined by dots, without positions */
    Optional<PersonalKind> at(String path) {
        return Optional.ofNullable(kinds.get(path)).or(() -> PersonalKind.of(path));
    }

    private static String plain(String path) {
        return path.replace("[]", "").replace(".#text", "");
    }
}
