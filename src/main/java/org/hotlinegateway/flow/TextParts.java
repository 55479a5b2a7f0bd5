package org.hotlinegateway.flow;

import java.util.List;
import org.apache.camel.Exchange;
import org.hotlinegateway.ledger.ClaimedDelivery;
import org.hotlinegateway.peer.OutboundProfile;
import org.hotlinegateway.peer.TextOverflow;
import org.hotlinegateway.peer.TextPart;

/** Gives a mapping the piece of a long text that its message carries, as {@code $partText}. */
final class TextParts {
    private static final String TEXT = "partText";

    private TextParts() {}

    static void carry(Exchange exchange, ClaimedDelivery claimed, OutboundProfile peer) {
        TextOverflow overflow = peer.overflow();
        if (overflow == null || !overflow.events().contains(claimed.eventType())) {
            return;
        }
        if (claimed.part() == null) {
            first(exchange, claimed, overflow);
        } else {
            TextPart.parse(claimed.part())
                    .ifPresent(part -> exchange.setProperty(
                            TEXT, overflow.piece(overflow.textIn(claimed.document()), part.number(), part.of())));
        }
    }

    private static void first(Exchange exchange, ClaimedDelivery claimed, TextOverflow overflow) {
        List<String> pieces = overflow.piecesIn(claimed.document());
        if (pieces.size() > 1) {
            exchange.setProperty(TEXT, pieces.get(0));
        }
    }
}
