package org.hotlinegateway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The truth. What a future returned from here completes with is committed and synced to disk. Futures complete on one
 * thread for all: whoever chains something that waits, chains it with an {@code …Async} method.
 */
public interface Ledger {

    /** Accepts a message once; combined with other writers into one commit. */
    CompletableFuture<Acceptance> accept(NewMessage message);

    /** Runs a unit of work in a transaction, combined with others; the future completes after the commit. */
    <T> CompletableFuture<T> write(UnitOfWork<T> work);

    /** Remembers a nonce; false when it is already there. Forgotten after {@code until}. */
    CompletableFuture<Boolean> useNonce(String appId, String nonce, Instant until);

    /**
     * Claims the head of the lane in which the delivery lies. Empty when nothing of that lane is due and free: a
     * claim check that finds nothing is normal.
     */
    CompletableFuture<Optional<ClaimedDelivery>> claim(long deliveryId, String owner, Duration lease);

    /**
     * Claims for a peer that reads one gap-free sequence: again what the last number stands for while its outcome is open,
     * else the next number for the heads of at most so many lanes. Empty when nothing is due and free.
     */
    CompletableFuture<Optional<FeedBatch>> claimFeed(String peer, String owner, Duration lease, int limit);

    Optional<StoredMessage> message(long id);

    Optional<StoredMessage> messageByReceipt(String receipt);

    Optional<StoredCase> findCase(String caseNo);

    Optional<String> caseNoOf(String peer, String reference);

    List<StoredEvent> events(String caseNo);

    List<StoredDelivery> deliveries(String caseNo);

    Optional<StoredDelivery> delivery(long id);

    /** The history of a delivery, oldest first. */
    List<StoredAttempt> attempts(long deliveryId);

    List<StoredDelivery> deliveriesIn(DeliveryState state, int limit);

    List<StoredMessage> messagesIn(MessageState state, int limit);

    /** Parked messages that wait on a key with this beginning, counted by key and reason. */
    List<WaitingMessages> waiting(String keyPrefix);

    /** How many parked messages, received before a time, wait on a key that begins like this. */
    long messagesWaitingSince(String keyPrefix, Instant before);

    /** Makes a HELD delivery READY now, with a person's reason in its attempts; false when it is not HELD. */
    CompletableFuture<Boolean> replay(long deliveryId, String by, String reason);

    /** Sets a HELD delivery aside; false when it is not HELD. */
    CompletableFuture<Boolean> skip(long deliveryId, String by, String reason);

    /** Makes a PARKED message RECEIVED and rings it; false when it is not PARKED. */
    CompletableFuture<Boolean> replayMessage(long messageId, String by, String reason);

    /** Timers due, oldest first. Fire one inside {@link #write} and unschedule it there. */
    List<Timer> timersDue(Instant now, int limit);

    /** Rings again what is RECEIVED or due and unclaimed, and frees leases that ran out; returns how many rings. */
    int sweep();

    /** Rings again for work whose first ring could not be followed. */
    void ring(List<Ring> rings);

    /**
     * Counts for the balance: messages by state, deliveries by peer and state, oldest READY per peer. Days whose sheet is kept
     * and closed are not counted again.
     */
    LedgerBalance balance();

    /** The same of what is neither decided nor settled: as quick with a million settled rows as with none. */
    LedgerBalance open();
}
