package org.hotlinegateway.delivery;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits until the ledger has committed. */
public final class Commit {
    private Commit() {}

    /** What the ledger answered after its commit; its fault, if it has one, as it was thrown. */
    public static <T> T awaited(CompletableFuture<T> commit) {
        try {
            return commit.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw e;
        }
    }
}
