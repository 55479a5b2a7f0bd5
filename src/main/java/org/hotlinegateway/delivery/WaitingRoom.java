package org.hotlinegateway.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Deliveries whose ring came when their peer could not be sent to: they are called in the order in which they came. Beyond
 * its room a ring is forgotten, and the sweep rings again. Not safe for several threads.
 */
final class WaitingRoom {
    private static final int ROOM = 50_000;
    private static final Duration CALL_HEARD_WITHIN = Duration.ofSeconds(10);

    private final Deque<Long> queue = new ArrayDeque<>();
    private final Set<Long> present = new HashSet<>();
    private final Map<Long, Instant> called = new LinkedHashMap<>();

    int size() {
        return queue.size() + called.size();
    }

    /** How many are called and have not come yet. */
    int called() {
        return called.size();
    }

    /** True when others were here before it, and it has not been called. */
    boolean mustWait(long delivery) {
        return !queue.isEmpty() && !called.containsKey(delivery);
    }

    /** Lets it wait; one that was called and still cannot go comes first. */
    void keep(long delivery) {
        boolean first = called.remove(delivery) != null;
        if (present.size() < ROOM && present.add(delivery)) {
            if (first) {
                queue.addFirst(delivery);
            } else {
                queue.addLast(delivery);
            }
        }
    }

    /** It went, or needs to go no more. */
    void gone(long delivery) {
        called.remove(delivery);
    }

    /** The next of those who wait, at most so many. */
    List<Long> call(int most, Instant now) {
        List<Long> next = new ArrayList<>();
        while (next.size() < most && !queue.isEmpty()) {
            long delivery = queue.removeFirst();
            present.remove(delivery);
            called.put(delivery, now);
            next.add(delivery);
        }
        return next;
    }

    /** A call that was lost on its way to the queue is given again. */
    void forgetLostCalls(Instant now) {
        Instant before = now.minus(CALL_HEARD_WITHIN);
        List<Long> lost = new ArrayList<>();
        for (Iterator<Map.Entry<Long, Instant>> each = called.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Long, Instant> call = each.next();
            if (call.getValue().isAfter(before)) {
                break;
            }
            lost.add(call.getKey());
            each.remove();
        }
        lost.forEach(this::keep);
    }
}
