package org.hotlinegateway.ledger;

import java.util.HashSet;
import java.util.Set;

/** A case that a unit of work holds: its row carries the last sequence only once, at the end. */
final class LockedCase {
    final long id;
    int lastSeq;
    final boolean isNew;
    final Set<String> lanes = new HashSet<>();
    boolean stale;

    LockedCase(long id, int lastSeq, boolean isNew) {
        this.id = id;
        this.lastSeq = lastSeq;
        this.isNew = isNew;
    }
}
