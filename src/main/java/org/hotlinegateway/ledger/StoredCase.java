package org.hotlinegateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case as kept: what must be found or listed in plain columns (nothing personal), the whole case sealed.
 *
 * @param id number in the ledger; 0 before it is inserted
 * @param caseNo public case number
 * @param state name of the state
 * @param hallCode hall that holds the case
 * @param deadline end of the time limit, or null while no clock runs
 * @param lastSeq sequence of its last event, 0 before the first; kept by {@link LedgerTx#appendEvent}
 * @param document the whole case as canonical JSON, UTF-8; sealed at rest
 * @param updatedAt last change
 */
public record StoredCase(
        long id,
        String caseNo,
        String state,
        String hallCode,
        @Nullable Instant deadline,
        int lastSeq,
        byte[] document,
        Instant updatedAt) {}
