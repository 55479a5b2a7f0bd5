package org.hotlinegateway.mapping;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/** A time zone that answers at once for instants after its last change of rules. */
final class Zone {
    private static final long DAY = 86_400;

    private final String name;
    private final ZoneRules rules;
    private final long settledSince;
    private final int settledOffset;

    private Zone(ZoneId id) {
        this.name = id.getId();
        this.rules = id.getRules();
        List<ZoneOffsetTransition> changes = rules.getTransitions();
        boolean settles = rules.getTransitionRules().isEmpty();
        boolean changed = !changes.isEmpty();
        this.settledSince = !settles
                ? Long.MAX_VALUE
                : changed ? changes.get(changes.size() - 1).toEpochSecond() + DAY : Long.MIN_VALUE;
        this.settledOffset = rules.getOffset(Instant.MAX.minusSeconds(DAY)).getTotalSeconds();
    }

    /** @throws java.time.DateTimeException when there is no such zone */
    static Zone of(String id) {
        return new Zone(ZoneId.of(id));
    }

    ZoneId id() {
        return ZoneId.of(name);
    }

    int offsetAt(long epochSecond) {
        return epochSecond >= settledSince
                ? settledOffset
                : rules.getOffset(Instant.ofEpochSecond(epochSecond)).getTotalSeconds();
    }

    /** Offset of a local time; of two, the earlier. A local time that never was is a fault of the field. */
    int offsetOfLocal(long localSecond) {
        if (settledSince != Long.MAX_VALUE && localSecond >= settledSince + DAY) {
            return settledOffset;
        }
        List<ZoneOffset> valid = rules.getValidOffsets(LocalDateTime.ofEpochSecond(localSecond, 0, ZoneOffset.UTC));
        if (valid.isEmpty()) {
            throw new FieldFault(FieldError.Code.TYPE, "is a local time that never was in " + name);
        }
        return valid.get(0).getTotalSeconds();
    }
}
