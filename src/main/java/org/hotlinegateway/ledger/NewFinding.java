package org.hotlinegateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A difference as a run found it; see {@link Finding}. */
public record NewFinding(
        String peer,
        Finding.Kind kind,
        String key,
        @Nullable Long deliveryId,
        @Nullable String caseNo,
        Instant at,
        @Nullable String ours,
        @Nullable String theirs,
        @Nullable String differs,
        @Nullable String event) {}
