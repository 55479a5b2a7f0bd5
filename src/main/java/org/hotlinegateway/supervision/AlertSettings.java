package org.hotlinegateway.supervision;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told of what goes wrong, and when.
 *
 * @param webhook where alerts are posted; without an address none are
 * @param outageAfter how long a peer must have given no answer
 * @param remindEvery how often an outage is told again
 * @param drainWithin how long after its end an outage may take to send all that waited; then the end is told all the same
 * @param repeatAfter how long after an alert of a monitor the same may be told again
 */
@ConfigurationProperties("gateway.alerts")
record AlertSettings(
        @DefaultValue Webhook webhook,
        @DefaultValue("2m") Duration outageAfter,
        @DefaultValue("30m") Duration remindEvery,
        @DefaultValue("30m") Duration drainWithin,
        @DefaultValue("24h") Duration repeatAfter) {

    /**
     * A receiver of HTTP POST with a JSON body.
     *
     * @param appId how the gateway names itself
     * @param secret with which the request is signed, from the environment or a file
     */
    record Webhook(
            @Nullable URI url,
            @DefaultValue("zs-bbcs-gw") String appId,
            @DefaultValue("") String secret,
            @DefaultValue("5s") Duration timeout) {
        /** Never prints a secret. */
        @Override
        public String toString() {
            return "Webhook[" + url + "]";
        }
    }
}
