package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What staff set for peers while gateways run, and who changed what when and why. All gateways of the ledger read it. */
public interface PeerSettings {

    /** Everything that is set now, by peer and name. */
    List<Setting> all();

    /** Sets a value, or takes it away; completes with the change as it is kept. */
    CompletableFuture<Change> set(Wanted wanted);

    /** The changes of a peer, newest first. */
    List<Change> changes(String peer, int limit);

    /** One value that is set. */
    record Setting(String peer, String name, String value, Instant at, String by, String reason) {}

    /**
     * A wish.
     *
     * @param value the new value, or null: as configured again
     * @param by who wishes it
     * @param reason why
     */
    record Wanted(String peer, String name, @Nullable String value, String by, String reason) {}

    /**
     * A change that was made.
     *
     * @param was the value before, or null: as configured
     * @param becomes the value since, or null: as configured
     */
    record Change(
            long id,
            String peer,
            String name,
            @Nullable String was,
            @Nullable String becomes,
            Instant at,
            String by,
            String reason) {}
}
