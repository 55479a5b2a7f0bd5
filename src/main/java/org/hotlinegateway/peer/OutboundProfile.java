package org.hotlinegateway.peer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the gateway sends to a peer.
 *
 * @param auth how the gateway proves itself
 * @param answer the mapping that judges the peer's answer
 * @param charset charset in which the peer reads and writes in spite of what it declares, or absent
 * @param contentLength true for peers that cannot read a chunked body
 * @param connectTimeout how long to wait for a connection
 * @param responseTimeout how long to wait for an answer
 * @param firstBackOff wait after the first failed attempt; doubles up to the largest
 * @param maxBackOff the largest wait between attempts
 * @param maxAttempts attempts before a delivery is held for a person
 * @param idempotent true when the peer takes the same key twice without a second effect: an unknown outcome is sent again
 * @param maxAge how old a delivery may get before it is held for a person, or absent: as old as its attempts take
 * @param query the route that asks the peer by key what became of a message whose outcome is unknown, or absent: such a
 *     message is sent again to an idempotent peer, and held otherwise
 * @param outcomes what certain answers mean, whatever the answer mapping says
 * @param independent event types that may pass an earlier delivery that is held or waits for its next attempt
 * @param told event types of which the peer is told where it registered the case under a number of its own
 * @param overflow a text that may be longer than the peer's field and then follows in parts, or absent
 * @param limits how the peer is spared
 */
public record OutboundProfile(
        @NotNull(message = "write one of HMAC_SM3, HMAC_SHA256, MD5_HEAD, TOKEN")
        AuthScheme auth,

        @NotBlank(message = "write the name of the mapping that judges the peer's answer")
        String answer,

        @Nullable String charset,
        @DefaultValue("false") boolean contentLength,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration responseTimeout,
        @DefaultValue("1s") Duration firstBackOff,
        @DefaultValue("10m") Duration maxBackOff,
        @DefaultValue("12") int maxAttempts,
        @Nullable Duration maxAge,
        @DefaultValue("true") boolean idempotent,
        @Nullable String query,
        @DefaultValue List<@Valid OutcomeRule> outcomes,
        @DefaultValue Set<String> independent,
        @DefaultValue Set<String> told,
        @Nullable @Valid TextOverflow overflow,
        @Valid @DefaultValue OutboundLimits limits) {

    /** Whether an unknown outcome can be resolved without a person. */
    public boolean resolvesUnknown() {
        return idempotent || query != null;
    }

    /** What an answer means by the rules of the peer; empty when none fits and the answer mapping decides. */
    public Optional<Answer> ruled(int httpStatus, Answer said) {
        return outcomes.stream()
                .filter(rule -> rule.fits(httpStatus, said.code(), said.text()))
                .findFirst()
                .map(rule -> rule.applied(said));
    }
}
