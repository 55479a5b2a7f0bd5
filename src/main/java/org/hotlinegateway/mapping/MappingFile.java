package org.hotlinegateway.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping file says about itself, beside its rules.
 *
 * @param leftOut source paths under {@code unmapped}
 */
record MappingFile(
        String path,
        String name,
        String title,
        Format source,
        Format target,
        @Nullable Schema sourceSchema,
        @Nullable Schema targetSchema,
        List<Yaml.Dict> tests,
        Reachable reachable,
        List<String> leftOut) {}
