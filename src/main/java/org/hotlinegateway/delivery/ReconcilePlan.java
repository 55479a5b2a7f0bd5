package org.hotlinegateway.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.hotlinegateway.ledger.NewReconcileRun;
import org.hotlinegateway.ledger.ReconcileRun;
import org.hotlinegateway.ledger.Reconciliations;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.peer.Peers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins the daily reconciliation of yesterday, once for each peer and day, whichever gateway comes first. Days on which
 * no gateway ran are taken along with the next one.
 */
public final class ReconcilePlan {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcilePlan.class);
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Duration LOOK_BACK_AT_MOST = Duration.ofDays(7);
    private static final int RUNS_LOOKED_AT = 50;

    private final Reconciliations ledger;
    private final Peers peers;
    private final Clock clock;
    private final LocalTime at;
    private final Map<String, LocalDate> begun = new HashMap<>();

    /** @param at time of day in Beijing */
    public ReconcilePlan(Reconciliations ledger, Peers peers, Clock clock, LocalTime at) {
        this.ledger = ledger;
        this.peers = peers;
        this.clock = clock;
        this.at = at;
    }

    /** Begins what is due; doing it twice changes nothing. */
    public synchronized void look() {
        ZonedDateTime now = clock.instant().atZone(BEIJING);
        if (now.toLocalTime().isBefore(at)) {
            return;
        }
        LocalDate today = now.toLocalDate();
        for (PeerProfile peer : peers.all()) {
            if (!today.equals(begun.get(peer.code()))) {
                begin(peer, "daily/" + peer.code() + "/" + today, today);
                begun.put(peer.code(), today);
            }
        }
    }

    private void begin(PeerProfile peer, String name, LocalDate today) {
        if (peer.reconcile() == null) {
            LOG.info("reconciliation with {} skipped: it has no list to ask for", peer.code());
            return;
        }
        Instant until = today.atStartOfDay(BEIJING).toInstant();
        Commit.awaited(ledger.begin(new NewReconcileRun(
                name, peer.code(), since(peer, name, today), until, "DAILY", "reconciliation", "every day")));
    }

    /** The end of the last daily run that was finished; a day that failed is compared again. */
    private Instant since(PeerProfile peer, String name, LocalDate today) {
        Instant yesterday = today.minusDays(1).atStartOfDay(BEIJING).toInstant();
        Instant earliest = today.atStartOfDay(BEIJING).toInstant().minus(LOOK_BACK_AT_MOST);
        return ledger.runs(peer.code(), RUNS_LOOKED_AT).stream()
                .filter(run -> run.cause().equals("DAILY") && run.state() == ReconcileRun.State.DONE)
                .filter(run -> !run.name().equals(name))
                .findFirst()
                .map(ReconcileRun::until)
                .filter(until -> until.isBefore(yesterday))
                .map(until -> until.isBefore(earliest) ? earliest : until)
                .orElse(yesterday);
    }
}
