package org.hotlinegateway.ledger;

import java.util.List;

/** Puts claim checks on the queues. Must not block and may lose a ring: the sweep rings again. */
@FunctionalInterface
public interface Ringer {
    void ring(List<Ring> rings);
}
