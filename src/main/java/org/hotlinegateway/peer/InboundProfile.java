package org.hotlinegateway.peer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The peer's side of the door.
 *
 * @param auth the schemes by which the peer may prove who it is
 * @param tokenPath where the static token stands in the message, for example {@code token} or {@code auth.token}; in a form
 *     and in a question it is the name of the parameter
 * @param charset charset in which the peer writes in spite of what it declares, or absent
 * @param maxBody the largest message taken; a larger one is refused before it is read
 * @param reads which cases the peer may ask for
 * @param denied HTTP status of a refused credential, told in the peer's envelope, or absent: 401 as problem+json
 * @param messages what the peer may send, by the name in the address
 * @param views what the peer may ask for, by the name in the address
 * @param limits how much the peer may send
 */
public record InboundProfile(
        @NotEmpty(message = "write at least one of HMAC_SM3, HMAC_SHA256, MD5_HEAD, TOKEN")
        List<AuthScheme> auth,

        @DefaultValue("token") String tokenPath,
        @Nullable String charset,
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("NONE") Reads reads,
        @Nullable Integer denied,
        @DefaultValue Map<String, @Valid InboundMessage> messages,
        @DefaultValue Map<String, @Valid InboundView> views,
        @Valid @DefaultValue InboundLimits limits) {

    /** The message of that name, or null when the peer may not send it. */
    public @Nullable InboundMessage message(String name) {
        return messages.get(name);
    }

    /** Which cases a peer sees. */
    public enum Reads {
        /** No case. */
        NONE,
        /** Cases with an order it holds. */
        OWN_ORDERS,
        /** Cases that one of its alerts opened. */
        OWN_ALERTS,
        /** Every case, without the requester's identity. */
        ALL
    }
}
