package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.List;

/**
 * A message as it was received and converted, or a delivery as its last attempt converted it.
 *
 * @param id number of the message or delivery
 * @param key receipt of a message; case number, sequence and peer of a delivery
 * @param peer who sent it or was to get it
 * @param type name of the message, or type of the event
 * @param at when it was received, or when the attempt ended
 * @param document the raw message, or the delivery document
 * @param conversions in order; none when none is kept
 * @param place where the next page begins after this one
 * @param opens false in a page where what is kept does not open; the document is empty then, and no conversion there
 */
public record Recorded(
        Kind kind,
        long id,
        String key,
        String peer,
        String type,
        Instant at,
        byte[] document,
        List<Conversion> conversions,
        Place place,
        boolean opens) {
    public Recorded {
        conversions = List.copyOf(conversions);
    }

    /** What came in, and what goes out. */
    public enum Kind {
        MESSAGE,
        DELIVERY
    }

    /** A place in the order of time. */
    public record Place(Instant at, long number) {
        /** Before everything of a period. */
        public static Place startOf(Period period) {
            return new Place(period.since(), 0);
        }
    }

    /** What a conversion read. */
    public byte[] sourceOf(Conversion conversion, Recordings recordings) {
        if (conversion.source() != null) {
            return conversion.source();
        }
        return conversion.batch().isEmpty() ? document : FeedBatch.document(recordings.documents(conversion.batch()));
    }

    /** A conversion of several deliveries counts for the first of them only. */
    public boolean isFirstOf(Conversion conversion) {
        return conversion.batch().isEmpty() || conversion.batch().get(0) == id;
    }
}
