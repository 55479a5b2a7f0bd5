package org.hotlinegateway.workbench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.hotlinegateway.ledger.Period;
import org.hotlinegateway.ledger.Recordings;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.MappingSets;

/** Tells of a running gateway what a change would reach: its live mapping set, its routes, its ledger. */
public final class Blasts {
    /** How many recorded messages one question looks at. */
    private static final int MOST = 20_000;

    private final MappingSets sets;
    private final Recordings recordings;
    private final Path routesDir;
    private final InstantSource clock;

    Blasts(MappingSets sets, Recordings recordings, Path routesDir, InstantSource clock) {
        this.sets = sets;
        this.recordings = recordings;
        this.routesDir = routesDir;
        this.clock = clock;
    }

    /**
     * Who is affected, and what of the last days.
     *
     * @param what a code table, a row, a mapping, a schema, a field or a route
     * @param days how far back recorded messages are counted; 0 for not at all
     * @throws BlastFault when nothing is called so
     */
    public Blast of(String what, int days) {
        MappingSet set = sets.current();
        Blast blast = new BlastRadius(set, RouteSteps.read(routesDir)).of(what);
        Instant now = clock.instant();
        Period period = new Period(now.minus(Duration.ofDays(days)), now.plusMillis(1), null);
        return days == 0 ? blast : new BlastTraffic(recordings, set, MOST).counted(blast, period);
    }
}
