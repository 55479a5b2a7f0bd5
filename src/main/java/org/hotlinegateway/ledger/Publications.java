package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The mapping set that all gateways on one ledger run, every set there ever was, and which gateway runs which. The last
 * to publish wins.
 */
public interface Publications {

    /** Makes a set the one to run; when it is that already, nothing changes. Completes with the newest publication. */
    CompletableFuture<Publication> publish(NewPublication set);

    /** The one to run; empty when none was ever published. */
    Optional<Publication> newest();

    /** The publications, newest first. */
    List<Publication> history(int limit);

    /** Whether a set was ever published. */
    boolean holds(String digest);

    /** The files of a set as a zip. */
    Optional<byte[]> files(String digest);

    /** Says what a gateway runs; {@link InstanceState#seenAt} is the ledger's to set. */
    CompletableFuture<Boolean> running(
            String name, String digest, long publication, Instant since, @Nullable String note);

    /** The gateways that said something since then, by name. */
    List<InstanceState> instances(Instant seenSince);
}
