package org.hotlinegateway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers what was rung, so that the sweep does not fill the queues with what already waits in them. */
final class RungLately {
    private static final int REMEMBERED = 200_000;

    private final Duration trusted;
    private final Map<Ring, Rung> rung = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Ring, Rung> eldest) {
            return size() > REMEMBERED;
        }
    };

    RungLately(Duration trusted) {
        this.trusted = trusted;
    }

    /** When a ring was given and how often its work had been claimed by then: a claim uses the ring up. */
    private record Rung(Instant at, int claims) {}

    /** Work that waits, with the number of its claims. */
    record Waiting(Ring ring, int claims) {}

    /** Those not rung lately; they are from now on. */
    synchronized List<Ring> fresh(List<Waiting> waiting, Instant now) {
        forgetOld(now);
        List<Ring> fresh = new ArrayList<>();
        for (Waiting work : waiting) {
            if (!isTrusted(work, now)) {
                rung.remove(work.ring());
                rung.put(work.ring(), new Rung(now, work.claims()));
                fresh.add(work.ring());
            }
        }
        return fresh;
    }

    /** How many rings are remembered. */
    synchronized int size() {
        return rung.size();
    }

    /** The oldest come first; what is no longer trusted need not be known. */
    private void forgetOld(Instant now) {
        Iterator<Rung> oldest = rung.values().iterator();
        while (oldest.hasNext() && !isYoung(oldest.next(), now)) {
            oldest.remove();
        }
    }

    private boolean isTrusted(Waiting work, Instant now) {
        Rung last = rung.get(work.ring());
        return last != null && last.claims() == work.claims() && isYoung(last, now);
    }

    private boolean isYoung(Rung last, Instant now) {
        return Duration.between(last.at(), now).compareTo(trusted) < 0;
    }
}
