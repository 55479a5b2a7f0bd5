package org.hotlinegateway.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.hotlinegateway.delivery.Commit;
import org.hotlinegateway.ledger.Publications;
import org.hotlinegateway.mapping.LiveMappings;
import org.hotlinegateway.mapping.WentLive;

/** Says in the ledger which mapping set this gateway runs: at every change, and now and then. */
final class InstanceBook {
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(10);

    private final Publications publications;
    private final InstanceName name;
    private final Clock clock;
    private String said = "";
    private Instant at = Instant.EPOCH;

    InstanceBook(Publications publications, InstanceName name, Clock clock) {
        this.publications = publications;
        this.name = name;
        this.clock = clock;
    }

    /** Says it, unless it was said a moment ago. */
    synchronized void say(LiveMappings mappings) {
        WentLive live = mappings.live();
        String note = mappings.notTaken()
                .map(behind -> "publication " + behind.number() + " cannot run here")
                .orElse(null);
        String now = live.digest() + " " + live.number() + " " + note;
        Instant time = clock.instant();
        if (!now.equals(said) || !time.isBefore(at.plus(AGAIN_AFTER))) {
            Commit.awaited(publications.running(name.text(), live.digest(), live.number(), live.at(), note));
            said = now;
            at = time;
        }
    }
}
