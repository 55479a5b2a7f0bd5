package org.hotlinegateway.casework;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hotlinegateway.peer.OutboundProfile;
import org.hotlinegateway.peer.TextOverflow;
import org.hotlinegateway.peer.TextPart;
import org.jspecify.annotations.Nullable;

/**
 * How a peer wants to be told of events.
 *
 * @param told event types of which it is told where it registered the case
 * @param independent event types that need not wait for an earlier delivery that failed
 * @param overflow a text that may be too long for its field, or null
 */
public record PeerWishes(
        Set<String> told, Set<String> independent, @Nullable TextOverflow overflow) {
    static final PeerWishes NONE = new PeerWishes(Set.of(), Set.of(), null);

    /** As its profile says. */
    public static PeerWishes of(OutboundProfile peer) {
        return new PeerWishes(peer.told(), peer.independent(), peer.overflow());
    }

    /** The parts that follow the message of an event, in their order. */
    List<String> partsOf(String eventType, byte[] delivery) {
        if (overflow == null || !overflow.events().contains(eventType)) {
            return List.of();
        }
        int pieces = overflow.piecesIn(delivery).size();
        return IntStream.rangeClosed(2, pieces)
                .mapToObj(number -> new TextPart(number, pieces).toString())
                .toList();
    }
}
