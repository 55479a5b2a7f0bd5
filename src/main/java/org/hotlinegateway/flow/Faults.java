package org.hotlinegateway.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers unforeseen faults per message, so that a message which breaks something is tried at growing intervals and
 * not for ever. Forgotten at a restart, which may have mended the fault.
 */
final class Faults {
    private static final int REMEMBERED = 10_000;
    private static final int DOUBLINGS_AT_MOST = 10;

    private final Clock clock;
    private final Duration first;
    private final Map<Long, Fault> byMessage = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Fault> eldest) {
            return size() > REMEMBERED;
        }
    };

    Faults(Clock clock, Duration first) {
        this.clock = clock;
        this.first = first;
    }

    /** True while the message should be left alone. */
    synchronized boolean rests(long messageId) {
        Fault fault = byMessage.get(messageId);
        return fault != null && clock.instant().isBefore(fault.restUntil);
    }

    /** Counts a fault and returns how many the message has had. */
    synchronized int count(long messageId) {
        Fault before = byMessage.get(messageId);
        int count = before == null ? 1 : before.count + 1;
        Duration rest = first.multipliedBy(1L << Math.min(count - 1, DOUBLINGS_AT_MOST));
        byMessage.put(messageId, new Fault(count, clock.instant().plus(rest)));
        return count;
    }

    synchronized void forget(long messageId) {
        byMessage.remove(messageId);
    }

    private record Fault(int count, Instant restUntil) {}
}
