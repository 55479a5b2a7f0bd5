package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What supervision looks for in the ledger. Every look goes by an index, however many rows there are. */
public interface Watches {

    /** Messages accepted before a time and neither decided nor parked. */
    Watched undecided(Instant before, int limit);

    /** Deliveries due before a time, at the head of their lanes, that nobody ever tried, at none of some peers. */
    Watched untried(Instant before, Collection<String> except, int limit);

    /** Events of a type, received in a time, for which no delivery was made. */
    Watched untold(String type, Instant since, Instant before, int limit);

    /** Hand-offs of a time that were sent, and for which there is no number of the peer. */
    Watched withoutNumber(Instant since, Instant before, int limit);

    /** Cases whose time limit ends at a time or ended before. */
    Watched deadlineUntil(Instant until, int limit);

    /** Open deliveries of some event types, made before a time; to one peer, or to any when it is null. */
    Watched open(@Nullable String peer, Collection<String> types, Instant before, int limit);

    /** Held deliveries of some event types. */
    Watched held(Collection<String> types, int limit);

    /** Cases with a result in a time and nothing of some types afterwards. */
    Watched withoutAfterResult(Collection<String> types, Instant since, Instant before, int limit);

    /** What has happened with each peer since the last look, and is kept; every caller may look as often as it likes. */
    List<Pulse> pulses();

    /** Brings the pulses up to date with what was received and tried since the last call. */
    CompletableFuture<Boolean> feelPulses();

    /** Outages that are not over, or whose waiting deliveries are not all out. */
    List<Outage> openOutages();

    /** Outages of the past, newest first. */
    List<Outage> outages(int limit);

    /** Keeps an outage as it stands. */
    CompletableFuture<Boolean> keep(Outage outage);

    /**
     * When a peer was last heard of.
     *
     * @param heardAt when it last sent something
     * @param answeredAt when it last answered something
     * @param failingSince the first attempt without an answer after that, or null
     */
    record Pulse(
            String peer,
            @Nullable Instant heardAt,
            @Nullable Instant answeredAt,
            @Nullable Instant failingSince) {}

    /**
     * A time in which a peer could not be reached.
     *
     * @param since the first attempt without an answer
     * @param backAt the first answer afterwards, or null
     * @param drainedAt when all that had waited was out, or null
     * @param waited the most deliveries that waited
     */
    record Outage(
            String peer,
            Instant since,
            @Nullable Instant backAt,
            @Nullable Instant drainedAt,
            long waited) {}
}
