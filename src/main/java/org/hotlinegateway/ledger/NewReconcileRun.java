package org.hotlinegateway.ledger;

import java.time.Instant;

/** A reconciliation to begin; see {@link ReconcileRun}. */
public record NewReconcileRun(
        String name, String peer, Instant since, Instant until, String cause, String by, String reason) {}
