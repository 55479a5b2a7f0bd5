package org.hotlinegateway.workbench;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is affected when something changes.
 *
 * @param of what would change
 * @param kind what that is
 * @param uses rules that use it
 * @param ways where the mappings of these rules run
 * @param peers the peers at the other end
 * @param queues queues whose work would wait if the change were bad
 * @param notes what else to know
 * @param traffic recorded messages that use it, null when nobody asked a ledger
 */
public record Blast(
        String of,
        Kind kind,
        List<Use> uses,
        List<Way> ways,
        List<String> peers,
        List<String> queues,
        List<String> notes,
        @Nullable Traffic traffic) {
    /** What can change. */
    public enum Kind {
        TABLE,
        ROW,
        MAPPING,
        SCHEMA,
        FIELD,
        ROUTE
    }

    /**
     * A rule that uses it.
     *
     * @param how reads, writes, looks at, or the row's codes
     */
    public record Use(String mapping, String file, int line, int column, String target, String how) {}

    /**
     * Where a mapping runs.
     *
     * @param route its name, {@link #DOOR} where the door applies the mapping, {@link #RECONCILIATION} where the gateway
     *     asks a peer for its list, empty where nothing does
     */
    public record Way(String mapping, String peer, String route, String queue, String when) {
        static final String DOOR = "door";
        static final String RECONCILIATION = "reconciliation";
    }

    /**
     * Recorded messages that use it.
     *
     * @param read how many conversions were looked at
     * @param whole false when there were more of the period than that
     */
    public record Traffic(Instant since, Instant until, long read, boolean whole, List<Count> counts) {}

    /**
     * Conversions by one mapping.
     *
     * @param messages messages received or deliveries written
     * @param cases cases of these deliveries; 0 for messages received, which have none yet
     */
    public record Count(String mapping, String peer, long messages, long cases) {}

    Blast with(@Nullable Traffic counted) {
        return new Blast(of, kind, uses, ways, peers, queues, notes, counted);
    }
}
