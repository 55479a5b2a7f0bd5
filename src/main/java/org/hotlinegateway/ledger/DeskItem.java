package org.hotlinegateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits, or waited, at the desk, as staff see it; nothing of its contents.
 *
 * @param id number of the message, delivery or file
 * @param group number of its fingerprint
 * @param subject case number of a delivery or file, lane of a message
 * @param type type of the event, name of the message, or public id of the file
 * @param state state of the delivery, message or file now
 * @param first when it failed first in this way
 * @param last when it failed last
 * @param text what was told of its last failure
 * @param mappingDigest the mapping set it failed under, or null
 */
public record DeskItem(
        DeskSide side,
        long id,
        long group,
        String peer,
        String subject,
        String type,
        String state,
        Instant first,
        Instant last,
        @Nullable String text,
        @Nullable String mappingDigest) {

    /** True while it waits for a person. */
    public boolean waits() {
        return state.equals(DeliveryState.HELD.name()) || state.equals(MessageState.PARKED.name());
    }
}
