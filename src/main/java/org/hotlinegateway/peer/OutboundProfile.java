package org.hotlinegateway.peer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
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
 * @param query path of the peer's question by key, or absent: an unknown outcome is asked about
 * @param independent event types that may pass an earlier delivery that is held
 * @param told event types of which the peer is told where it registered the case under a number of its own
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
        @DefaultValue("true") boolean idempotent,
        @Nullable String query,
        @DefaultValue Set<String> independent,
        @DefaultValue Set<String> told) {}
