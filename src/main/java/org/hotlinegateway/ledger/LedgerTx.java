package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ledger inside a unit of work: all or nothing, other writers of the same case wait. */
public interface LedgerTx {

    // messages

    /** Takes a message for deciding; false when it is no longer RECEIVED, or an earlier one of its lane still is. */
    boolean take(long messageId);

    /** Notes how a message was converted, to be kept with what becomes of it in this unit of work. */
    void converted(StoredMessage message, List<Conversion> conversions);

    /** Marks a taken message APPLIED and rings the next of its lane. */
    void applied(long messageId);

    /** Parks a message. It no longer blocks its lane. {@code waitingOn} is released by {@link #release}, null: by a person. */
    void park(long messageId, String reason, @Nullable String waitingOn);

    /** Makes all messages parked on a key RECEIVED again, in their order, and rings them; returns how many. */
    int release(String waitingOn);

    /** Sets a message aside for good. */
    void discard(long messageId, String reason);

    // cases

    /** Finds and locks a case. */
    Optional<StoredCase> lockCase(String caseNo);

    /** Inserts a case; {@link StoredCase#id} and {@link StoredCase#lastSeq} are ignored. */
    void insertCase(StoredCase newCase);

    /** Updates state, hall, deadline and document. */
    void updateCase(StoredCase changed);

    /** Case number known under a peer's reference (an order number, an alert key, a tracking card number). */
    Optional<String> caseNoOf(String peer, String reference);

    /** Makes a case findable under a peer's reference; a no-op when it already is, an error when another case is. */
    void addReference(String caseNo, String peer, String reference);

    // history

    /** Payload hash of the event with this id from this source, if there is one. */
    Optional<String> eventHash(String source, String eventId);

    /** Payload hash of the event with this version from this source on this case, if there is one. */
    Optional<String> eventHash(String source, String caseNo, long version);

    /** Highest version seen from this source on this case. */
    Optional<Long> lastVersion(String source, String caseNo);

    /** Appends to the case's history and returns the event's sequence. */
    int appendEvent(String caseNo, NewEvent event);

    /** The case's history in order. */
    List<StoredEvent> events(String caseNo);

    // deliveries

    /** Adds a delivery for an appended event and rings its lane. */
    void addDelivery(NewDelivery delivery);

    /** Notes how an attempt's message and its answer were converted, to be kept when this unit of work settles it. */
    void converted(ClaimedDelivery claimed, List<Conversion> conversions);

    /** Ends an attempt; false, without any change, when the fence is stale. Rings the lane's next delivery. */
    boolean settle(ClaimedDelivery claimed, Settlement settlement);

    /** The files of cases. */
    AttachmentBook attachments();

    // clock and sundries

    /** Sets or moves a timer. */
    void schedule(Timer timer);

    /** Moves a timer that is set, without looking at its case. */
    void putOff(Timer timer, Instant until);

    /** Removes a timer if it is set. */
    void unschedule(String caseNo, String kind);

    /** A sealed document kept beside the cases, for example an open no-number alert by its key. */
    Optional<byte[]> keepsake(String kind, String key);

    void keep(String kind, String key, byte[] document);

    /** A name for a personal value, the same each time, from which nobody without the key can tell the value. */
    String hidden(String personal);

    /** Next number of a series: 1, 2, 3, ... */
    long next(String series);

    /** Time of the transaction, from the ledger's clock. */
    Instant now();
}
