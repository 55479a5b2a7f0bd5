package org.hotlinegateway.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes rings on after their commit. A ring that is lost is left to the sweep. */
final class Bell {
    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);

    private volatile @Nullable Ringer ringer;

    void ringer(Ringer newRinger) {
        ringer = newRinger;
    }

    void ring(List<Ring> rings) {
        Ringer current = ringer;
        if (current == null || rings.isEmpty()) {
            return;
        }
        try {
            current.ring(rings);
        } catch (RuntimeException e) {
            LOG.warn("{} rings were lost, the sweep rings again: {}", rings.size(), e.toString());
        }
    }
}
