package org.hotlinegateway.ledger;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Who of the staff asked for what, from where, on what, and with which result; only ever added to, and chained by hashes. */
public interface AuditBook {
    /**
     * Keeps that something is asked for, before it is done.
     *
     * @return number of the line
     */
    CompletableFuture<Long> asked(String by, String origin, String act, String subject);

    /** Keeps with which HTTP status a line was answered. */
    CompletableFuture<Long> answered(long asked, int status);

    /** Lines after a number, oldest first; of one person when a name is given. */
    List<AuditEntry> after(long id, Optional<String> by, int limit);

    /** Walks the whole chain. */
    AuditChain chain();
}
