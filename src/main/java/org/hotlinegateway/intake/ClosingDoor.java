package org.hotlinegateway.intake;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leaves before it stops. From {@code SIGTERM} on the gateway is not ready any more and lets every connection end with its
 * answer, but still takes messages, so that who distributes them can turn to another gateway; then it refuses with 503;
 * then the routes finish what they have in hand and the ledger is closed.
 */
@Component
final class ClosingDoor extends OncePerRequestFilter implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ClosingDoor.class);

    private final Duration leaving;
    private final CountDownLatch gone = new CountDownLatch(1);
    private volatile State state = State.OPEN;

    ClosingDoor(DoorProperties properties) {
        this.leaving = properties.door().leaving();
    }

    private enum State {
        OPEN,
        LEAVING,
        SHUT
    }

    /** Refuses once the gateway stops. */
    void requireOpen() {
        if (state == State.SHUT) {
            throw new Refusal(
                    ProblemCode.UNAVAILABLE, "The gateway is stopping. Send it again unchanged, to another at once.");
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (state != State.OPEN) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(request, response);
    }

    @Override
    public void start() {
        state = State.OPEN;
    }

    @Override
    public void stop() {
        state = State.LEAVING;
        LOG.info("leaving: not ready, new messages are still taken for {}", leaving);
        try {
            gone.await(leaving.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        state = State.SHUT;
    }

    /** With nobody at the door any more there is nothing to wait for. */
    @Override
    public void destroy() {
        gone.countDown();
    }

    @Override
    public boolean isRunning() {
        return state == State.OPEN;
    }

    /** Stops first. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
