package org.hotlinegateway.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.camel.Exchange;
import org.hotlinegateway.delivery.RetryAfter;
import org.hotlinegateway.peer.Answer.Verdict;

/**
 * What the head of a peer's HTTP answer tells.
 *
 * @param status the HTTP status, 0 when there is none
 * @param asked what Retry-After asks for, or zero
 */
record HttpAnswer(int status, Duration asked) {
    /** Too many requests, or no word from behind a proxy: not this message's fault. */
    private static final Set<Integer> TROUBLED = Set.of(429, 502, 503, 504);

    static HttpAnswer of(Exchange exchange, Instant now) {
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        String wait = exchange.getMessage().getHeader("Retry-After", String.class);
        return new HttpAnswer(status == null ? 0 : status, RetryAfter.parse(wait, now));
    }

    /** The peer itself is not well. */
    boolean isTroubled() {
        return TROUBLED.contains(status);
    }

    /** It may be the peer that is not well, or this message, unless the answer says what became of the message. */
    boolean isDoubtful(Verdict verdict) {
        return status >= 500 && verdict != Verdict.ACKNOWLEDGED && verdict != Verdict.REFUSED;
    }

    boolean asksToWait() {
        return status == 429 || status == 503;
    }

    /** Refused before it could be judged. */
    boolean isTurnedAway() {
        return status >= 400 && status < 500 && status != 408 && status != 425;
    }

    String code() {
        return "HTTP_" + status;
    }
}
