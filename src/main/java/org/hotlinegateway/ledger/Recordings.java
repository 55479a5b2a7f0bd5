package org.hotlinegateway.ledger;

import java.util.List;
import java.util.Optional;

/**
 * What was converted, for looking at it again; reading it changes nothing. One that does not open spoils no page; asked
 * for by itself it throws {@link org.hotlinegateway.vault.DoesNotOpen}.
 */
public interface Recordings {
    /** A message by its number or its receipt. */
    Optional<Recorded> recordedMessage(String id);

    /**
     * A delivery by its number or by {@code <case number>/<sequence>/<peer>}, as its last attempt converted it; without
     * conversions when none is kept.
     */
    Optional<Recorded> recordedDelivery(String id);

    /** A page of messages with conversions, oldest first. */
    List<Recorded> recordedMessages(Period period, Recorded.Place after, int limit);

    /** A page of deliveries with conversions, each once, by the end of its last attempt. */
    List<Recorded> recordedDeliveries(Period period, Recorded.Place after, int limit);

    /** How many messages and deliveries with conversions there are; what is being written may or may not count. */
    long countRecorded(Period period);

    /** The documents of some deliveries, in this order. */
    List<byte[]> documents(List<Long> deliveryIds);
}
