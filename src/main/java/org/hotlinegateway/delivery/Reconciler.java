package org.hotlinegateway.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hotlinegateway.ledger.Finding.Cure;
import org.hotlinegateway.ledger.Finding.Kind;
import org.hotlinegateway.ledger.NewFinding;
import org.hotlinegateway.ledger.OurEntry;
import org.hotlinegateway.ledger.PeerEntry;
import org.hotlinegateway.ledger.Period;
import org.hotlinegateway.ledger.ReconcileRun;
import org.hotlinegateway.ledger.ReconcileRun.State;
import org.hotlinegateway.ledger.Reconciliations;
import org.hotlinegateway.ledger.Reconciliations.Adopted;
import org.hotlinegateway.ledger.Reconciliations.Tried;
import org.hotlinegateway.ledger.Recorded.Place;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.peer.Peers;
import org.hotlinegateway.peer.ReconcileProfile;
import org.hotlinegateway.peer.ReconcileProfile.Paging;
import org.hotlinegateway.peer.ReconcileProfile.Policy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the work of reconciliations, page by page. What it did is in the ledger: another process, or this one after a
 * kill, goes on where it stopped, and doing a step twice changes nothing.
 */
public final class Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int MOST_TRIES = 12;
    private static final int LONGEST_SHIFT = 6;
    private static final int AT_ONCE = 500;

    private final Reconciliations ledger;
    private final Peers peers;
    private final PeerList lists;
    private final Clock clock;
    private final String owner;
    private final Adopted adopted;

    /**
     * Makes the worker of one gateway process.
     *
     * @param owner who works, unique per process
     * @param adopted hears of deliveries that a peer's list acknowledges
     */
    public Reconciler(Reconciliations ledger, Peers peers, PeerList lists, Clock clock, String owner, Adopted adopted) {
        this.ledger = ledger;
        this.peers = peers;
        this.lists = lists;
        this.clock = clock;
        this.owner = owner;
        this.adopted = adopted;
    }

    /** Works on what is due until nothing is; returns how many steps it took. */
    public int work() {
        int steps = 0;
        for (Optional<ReconcileRun> run = next(); run.isPresent(); run = next()) {
            step(run.get());
            steps++;
        }
        return steps;
    }

    private Optional<ReconcileRun> next() {
        return Commit.awaited(ledger.claim(owner, LEASE));
    }

    private void step(ReconcileRun run) {
        Optional<PeerProfile> peer = peers.find(run.peer());
        ReconcileProfile how = peer.map(PeerProfile::reconcile).orElse(null);
        if (peer.isEmpty() || how == null) {
            Commit.awaited(ledger.failed(run.id(), owner, "the peer has no list to ask for any more", null));
        } else if (run.state() == State.READING) {
            read(peer.get(), how, run);
        } else {
            compare(peer.get(), how, run);
        }
    }

    private void read(PeerProfile peer, ReconcileProfile how, ReconcileRun run) {
        boolean confirms = how.paging() == Paging.CONFIRM;
        List<String> confirmed = confirms ? ledger.lastPage(run) : List.of();
        try {
            PeerList.Page page = lists.read(peer, how, run, confirmed);
            boolean last = confirms ? page.entries().isEmpty() : page.cursor() == null;
            boolean still = page.cursor() != null && page.cursor().equals(run.cursor());
            if (still || confirms && confirmed.containsAll(keys(page)) && !last) {
                throw new PeerList.NoPage("the list does not go on: the same page came twice");
            }
            Commit.awaited(ledger.keepPage(run.id(), owner, page.entries(), page.cursor(), last));
        } catch (PeerList.NoPage e) {
            failed(run, e.why());
        }
    }

    private static List<String> keys(PeerList.Page page) {
        return page.entries().stream().map(PeerEntry::key).toList();
    }

    private void failed(ReconcileRun run, String why) {
        boolean spent = run.tries() + 1 >= MOST_TRIES;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(run.tries(), LONGEST_SHIFT));
        LOG.warn("reconciliation {} with {}: {}{}", run.id(), run.peer(), why, spent ? ", given up" : "");
        Commit.awaited(ledger.failed(
                run.id(), owner, why, spent ? null : clock.instant().plus(pause)));
    }

    private void compare(PeerProfile peer, ReconcileProfile how, ReconcileRun run) {
        Comparison comparison = new Comparison(run, how, ledger.entries(run.id()));
        tried(comparison, run, how);
        ledger.openAt(run.peer()).forEach(comparison::ours);
        for (PeerEntry entry : comparison.unmatched()) {
            String number = entry.number();
            if (number != null) {
                ledger.ofNumber(run.peer(), number).forEach(comparison::ours);
            }
        }
        for (NewFinding difference : comparison.differences()) {
            Commit.awaited(ledger.note(run.id(), difference, wanted(peer, how, comparison, difference), adopted));
        }
        Commit.awaited(ledger.finish(run.id(), owner, comparison.matched()));
    }

    private void tried(Comparison comparison, ReconcileRun run, ReconcileProfile how) {
        Period period = new Period(run.since().minus(how.overlap()), run.until().plus(how.overlap()), run.peer());
        Place after = Place.startOf(period);
        List<Tried> page;
        do {
            page = ledger.tried(period, after, AT_ONCE);
            page.forEach(one -> comparison.ours(one.entry()));
            after = page.isEmpty() ? after : page.get(page.size() - 1).attempt();
        } while (page.size() == AT_ONCE);
    }

    /** What the peer's policy wants done about a difference. */
    private static Cure wanted(PeerProfile peer, ReconcileProfile how, Comparison comparison, NewFinding found) {
        if (found.kind() == Kind.THEIRS_ONLY) {
            return Cure.DESK;
        }
        OurEntry ours = comparison.entry(found);
        boolean unknown = Comparison.isUnknown(ours);
        if (found.kind() == Kind.DIFFERENT) {
            boolean onlyOurState = unknown && "state".equals(found.differs()) && taken(found);
            return onlyOurState ? cure(how.unconfirmed()) : Cure.DESK;
        }
        if (ours.renumbered() && comparison.isKeyOfOurNumbers(ours)) {
            return Cure.DESK;
        }
        if (how.byPerson().contains(ours.eventType())) {
            return unknown ? cure(how.undelivered()) : Cure.DESK;
        }
        Policy lost =
                Optional.ofNullable(how.lost()).orElse(peer.outbound().idempotent() ? Policy.RESEND : Policy.DESK);
        return cure(unknown ? how.undelivered() : lost);
    }

    private static boolean taken(NewFinding found) {
        String theirs = found.theirs();
        return theirs != null && theirs.split(" ")[0].equals(PeerEntry.ACKNOWLEDGED);
    }

    private static Cure cure(Policy policy) {
        return Cure.valueOf(policy.name());
    }
}
