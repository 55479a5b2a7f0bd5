package org.hotlinegateway.intake;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.hotlinegateway.ledger.Acceptance;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.LedgerRoom;
import org.hotlinegateway.ledger.NewMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Waits for the ledger. When it cannot answer in time the sender is told to come back: a message that was kept all the
 * same is then a duplicate.
 */
@Component
final class Commits {
    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);

    private final Ledger ledger;
    private final LedgerRoom room;
    private final DoorProperties.Door limits;

    Commits(Ledger ledger, LedgerRoom room, DoorProperties properties) {
        this.ledger = ledger;
        this.room = room;
        this.limits = properties.door();
    }

    /** Refuses while the ledger's disk has no room for new messages. */
    void requireRoom() {
        if (!room.isOpen()) {
            throw new Refusal(
                    ProblemCode.STORAGE_NEARLY_FULL, "The message was not acknowledged. Send it again unchanged.");
        }
    }

    Acceptance accept(NewMessage message) {
        return read(l -> committed(l.accept(message)));
    }

    boolean useNonce(String appId, String nonce, Instant until) {
        return read(l -> committed(l.useNonce(appId, nonce, until)));
    }

    /** Asks the ledger; any failure becomes a refusal that asks the sender to come back. */
    <T> T read(Function<Ledger, T> question) {
        try {
            return question.apply(ledger);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            throw unavailable(e);
        }
    }

    private <T> T committed(CompletableFuture<T> future) {
        try {
            return future.get(limits.commitWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        } catch (ExecutionException | TimeoutException e) {
            throw unavailable(e);
        }
    }

    private static Refusal unavailable(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        LOG.error("the ledger did not answer: {}", cause.getClass().getName());
        return new Refusal(ProblemCode.UNAVAILABLE, "The message was not acknowledged. Send it again unchanged.");
    }
}
