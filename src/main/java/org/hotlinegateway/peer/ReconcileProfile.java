package org.hotlinegateway.peer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a peer is asked what it has from the gateway, and what is done about differences without a person.
 *
 * @param path path of the peer's list, asked by POST
 * @param ask the mapping that writes the question
 * @param listing the mapping that reads the peer's answer as a list of key, number, state and time
 * @param paging how the list goes on after a page
 * @param pageSize entries on a page, as asked for
 * @param overlap how much earlier and later than the period the list is read, for clocks that differ
 * @param settledFor how long something must have been sent before the peer must list it
 * @param keys how the key of what was sent is made of the delivered event, by event type; {@code other} for the rest
 * @param events event types that the peer lists; none written: all
 * @param compare what must agree: {@code NUMBER}, {@code STATE}
 * @param lost what to do when the peer no longer has what it once acknowledged; absent: resend to an idempotent peer
 * @param undelivered what to do when the outcome was unknown and the peer does not have it
 * @param unconfirmed what to do when the outcome was unknown and the peer has it
 * @param byPerson event types of which a person decides whatever the policy says
 */
public record ReconcileProfile(
        @NotBlank(message = "write the path of the peer's list")
        String path,

        @NotBlank(message = "write the name of the mapping that writes the question")
        String ask,

        @NotBlank(message = "write the name of the mapping that reads the list")
        String listing,

        @DefaultValue("CURSOR") Paging paging,
        @DefaultValue("100") int pageSize,
        @DefaultValue("10m") Duration overlap,
        @DefaultValue("1h") Duration settledFor,

        @NotEmpty(message = "write keys.other: how the key of what was sent is made, for example '{id}'")
        Map<String, String> keys,

        @DefaultValue Set<String> events,
        @DefaultValue({"NUMBER", "STATE"}) Set<Field> compare,
        @Nullable Policy lost,
        @DefaultValue("RESEND") Policy undelivered,
        @DefaultValue("ADOPT") Policy unconfirmed,
        @DefaultValue Set<String> byPerson) {

    /** How a list goes on; never by counting entries, which shift while it is read. */
    public enum Paging {
        /** Each answer names the cursor of the next page; without one the list is whole. */
        CURSOR,
        /** The next question confirms the keys of the page before and reads the first page again; an empty one is the end. */
        CONFIRM
    }

    /** What can be compared. */
    public enum Field {
        NUMBER,
        STATE
    }

    /** What is done about a difference. */
    public enum Policy {
        DESK,
        RESEND,
        ADOPT
    }
}
