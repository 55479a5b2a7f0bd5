package org.hotlinegateway.workbench;

import java.util.Optional;
import org.hotlinegateway.mapping.MappingOutline;
import org.hotlinegateway.mapping.MappingSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Shows the values of a message's fields to staff, personal data masked. */
public final class FieldMask {
    /** Knows what is personal by the names of fields and the shape of values alone. */
    public static final FieldMask BY_NAME = new FieldMask(null);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final @Nullable PersonalPaths known;

    private FieldMask(@Nullable PersonalPaths known) {
        this.known = known;
    }

    /** Knows it also by what a mapping makes of the fields. */
    public static FieldMask of(MappingSet set, String mapping) {
        return set.names().contains(mapping)
                ? new FieldMask(PersonalPaths.of(MappingOutline.of(set, mapping)))
                : BY_NAME;
    }

    /** @param value as {@link MessageFields} gives it */
    public String shown(String path, String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        String shown = Shown.value(quoted ? value : JSON.writeValueAsString(value), kind(path));
        return quoted ? shown : shown.substring(1, shown.length() - 1);
    }

    private Optional<PersonalKind> kind(String path) {
        String plain = path.replaceAll("\\[\\d+]", "").replaceAll("#\\d+$", "");
        return known == null ? PersonalKind.of(plain) : known.at(plain);
    }
}
