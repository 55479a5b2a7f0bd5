package org.hotlinegateway.supervision;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told of what goes wrong, and when.
 *
 * @param webhook where alerts are posted; without an address none are
 * @param mail where alerts are mailed; without a host or a recipient none are
 * @param outageAfter how long a peer must have given no answer
 * @param remindEvery how often an outage is told again
 * @param drainWithin how long after its end an outage may take to send all that waited; then the end is told all the same
 * @param repeatAfter how long after an alert of a monitor the same may be told again
 */
@ConfigurationProperties("gateway.alerts")
record AlertSettings(
        @DefaultValue Webhook webhook,
        @DefaultValue Mail mail,
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

    /**
     * A mail server and the recipients.
     *
     * @param startTls whether the connection must be encrypted by STARTTLS
     */
    record Mail(
            @DefaultValue("") String host,
            @DefaultValue("25") int port,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("false") boolean startTls,
            @DefaultValue("hotline-gateway@localhost") String from,
            @DefaultValue List<String> to,
            @DefaultValue("10s") Duration timeout) {
        /** Never prints a secret. */
        @Override
        public String toString() {
            return "Mail[" + host + ":" + port + "]";
        }
    }
}
