package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A frozen selection of what waited at the desk, and the work on it.
 *
 * @param criteria what was selected, for people
 * @param perMinute how many are sent a minute at most
 * @param actedBy who began the work at hand
 * @param overrideReason why the rest went without one that healed before, or null
 * @param owner the gateway process that works on it, or worked on it last
 * @param endedAt when the work came to its end; null while there is work
 * @param members how many members there are of each state
 */
public record DeskSelection(
        long id,
        Instant at,
        String by,
        String reason,
        String criteria,
        SelectionState state,
        int perMinute,
        @Nullable String actedBy,
        @Nullable String actReason,
        @Nullable String overrideReason,
        @Nullable Instant releasedAt,
        @Nullable Instant endedAt,
        @Nullable String owner,
        Map<MemberState, Long> members) {
    public DeskSelection {
        members = Collections.unmodifiableMap(new TreeMap<>(members));
    }

    /** How many members are in a state. */
    public long count(MemberState state) {
        return members.getOrDefault(state, 0L);
    }

    /** How many there are. */
    public long size() {
        return members.values().stream().mapToLong(Long::longValue).sum();
    }
}
