package org.hotlinegateway.delivery;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.ledger.ClaimedDelivery;

/**
 * How many deliveries a feed takes at once, and which of them are gone, so that their rings need not ask the ledger. A
 * batch that cannot be written is followed by one half its size; from then on they grow again.
 */
final class FeedPace {
    private static final int MOST = 100;
    private static final int REMEMBERED = 10_000;

    private final Map<Long, Instant> gone = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };
    private int limit = MOST;

    /** True when the delivery was claimed, its lease runs, and nothing was heard that asks for more. */
    synchronized boolean isOnItsWay(long delivery, Instant now) {
        Instant until = gone.get(delivery);
        return until != null && now.isBefore(until);
    }

    /** Size of the next batch. */
    synchronized int limit() {
        int next = limit;
        limit = Math.min(MOST, limit * 2);
        return next;
    }

    synchronized void halve(int size) {
        limit = size / 2;
    }

    synchronized void sending(List<ClaimedDelivery> batch) {
        batch.forEach(claimed -> gone.put(claimed.id(), claimed.leaseUntil()));
    }

    synchronized void over(List<ClaimedDelivery> batch) {
        batch.forEach(claimed -> gone.remove(claimed.id()));
    }
}
