package org.hotlinegateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a delivery's history: an attempt, a lease that ran out, or what a person did.
 *
 * @param attempt number of the attempt it belongs to, 0 before the first
 * @param outcome {@link Settlement.Outcome}, or {@code REPLAYED}, {@code SKIPPED} or {@code RESTORED} by a person
 * @param next state of the delivery afterwards
 * @param tookMillis from claim to answer, or null
 * @param by who did it, or null for the gateway
 * @param reason the person's reason, or null
 */
public record StoredAttempt(
        long deliveryId,
        int attempt,
        Instant at,
        String outcome,
        DeliveryState next,
        @Nullable String code,
        @Nullable String text,
        @Nullable String peerReference,
        @Nullable String mappingDigest,
        @Nullable Long tookMillis,
        @Nullable String by,
        @Nullable String reason) {}
