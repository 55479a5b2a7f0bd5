package org.hotlinegateway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Alerts and their way out, kept so that a restart neither loses nor repeats one. */
public interface Alerts {

    /** Raises an alert to be sent on these ways; false when one of that name was raised before, by whomever. */
    CompletableFuture<Boolean> raise(
            String name, String kind, String subject, String text, String facts, Collection<String> ways);

    /** When the last alert of a kind and subject was raised. */
    Optional<Instant> lastOf(String kind, String subject);

    /** Takes what is due to be sent for so long; nobody else takes it meanwhile. */
    CompletableFuture<List<Due>> take(Duration lease, int limit);

    CompletableFuture<Boolean> sent(Due due);

    /** Notes that it could not be sent: again at that time, or never when it is null. */
    CompletableFuture<Boolean> failed(Due due, String problem, @Nullable Instant again);

    /** The newest first. */
    List<Alert> alerts(int limit);

    /** An alert to be sent on one way; {@code tries} counts this one. */
    record Due(Alert alert, String way, int tries) {}
}
