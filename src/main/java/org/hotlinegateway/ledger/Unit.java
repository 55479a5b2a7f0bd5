package org.hotlinegateway.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A unit of work waiting for its commit. Run by the writer only; may run again when its batch was rolled back. */
final class Unit<T extends @Nullable Object> {
    private final Function<SqlTx, T> work;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private @Nullable Runnable success;
    private List<Ring> rings = List.of();

    Unit(Function<SqlTx, T> work) {
        this.work = work;
    }

    CompletableFuture<T> future() {
        return future;
    }

    void run(SqlTx tx) {
        T result = work.apply(tx);
        tx.finish();
        success = () -> future.complete(result);
        rings = tx.rings();
    }

    List<Ring> rings() {
        return rings;
    }

    void committed() {
        if (success != null) {
            success.run();
        }
    }

    void failed(Throwable cause) {
        future.completeExceptionally(cause);
    }
}
