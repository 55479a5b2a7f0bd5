package org.hotlinegateway.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the door behaves.
 *
 * @param demoTokens true lets {@code Authorization: Bearer demo-<peer>} in; for the demo only, refused in profile prod
 * @param door limits in time
 */
@ConfigurationProperties("gateway")
record DoorProperties(
        @DefaultValue("false") boolean demoTokens,
        @DefaultValue Door door) {
    /**
     * Limits in time.
     *
     * @param clockSkew how far a signed timestamp may be from now, either way
     * @param nonceLifetime how long a nonce is remembered; twice the skew or more
     * @param commitWait how long a request waits for the ledger's commit before it is told to come back
     * @param retryAfter what a sender is told to wait when the gateway cannot accept
     * @param leaving how long a gateway that is to stop says so before it refuses
     * @param backlog how much may wait behind the door before everybody is asked to come back later
     */
    record Door(
            @DefaultValue("5m") Duration clockSkew,
            @DefaultValue("10m") Duration nonceLifetime,
            @DefaultValue("10s") Duration commitWait,
            @DefaultValue("5s") Duration retryAfter,
            @DefaultValue("0s") Duration leaving,
            @DefaultValue Backlog backlog) {}

    /**
     * Marks above which nothing is taken until a fifth of it has gone.
     *
     * @param messages accepted and not decided
     * @param deliveries decided on and not settled, those held for a person not counted
     */
    record Backlog(
            @DefaultValue("50000") long messages,
            @DefaultValue("500000") long deliveries) {}
}
