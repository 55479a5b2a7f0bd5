package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the door hands over for keeping.
 *
 * @param peer code of the sending peer
 * @param name name of the message in the address, for example {@code events}
 * @param messageKey the sender's idempotency key, unique per peer and name
 * @param lane what the message is about (case number, order number or alert key); messages of one peer and lane are
 *     decided in the order of acceptance
 * @param raw the bytes exactly as received; kept encrypted
 * @param contentType as sent
 * @param payloadHash SHA-256 of {@code raw}, lower hex
 * @param receivedAt when the door had the whole body
 * @param parkReason why it is parked from the start, or null when it is ready to be translated
 * @param waitingOn the key whose release makes a parked message ready again, or null
 * @param conversions what the door converted before it parked the message; else none
 */
public record NewMessage(
        String peer,
        String name,
        String messageKey,
        String lane,
        byte[] raw,
        String contentType,
        String payloadHash,
        Instant receivedAt,
        @Nullable String parkReason,
        @Nullable String waitingOn,
        List<Conversion> conversions) {
    public NewMessage {
        conversions = List.copyOf(conversions);
    }

    /** A message whose conversion need not be kept. */
    public NewMessage(
            String peer,
            String name,
            String messageKey,
            String lane,
            byte[] raw,
            String contentType,
            String payloadHash,
            Instant receivedAt,
            @Nullable String parkReason,
            @Nullable String waitingOn) {
        this(peer, name, messageKey, lane, raw, contentType, payloadHash, receivedAt, parkReason, waitingOn, List.of());
    }
}
