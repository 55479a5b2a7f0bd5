package org.hotlinegateway.faults;

import java.util.Map;
import java.util.TreeMap;

/** Which faults were put in, and whether they struck. One is counted once, however many exchanges it struck. */
final class FaultLog implements AutoCloseable {
    private final HistoryFile history;
    private final Map<String, Integer> struck = new TreeMap<>();
    private int missed;
    private long exchanges;

    FaultLog(Histories histories) {
        this.history = new HistoryFile(histories.faults());
    }

    /** @param strikes how many exchanges, commits or processes it struck; 0 means that it met nobody */
    synchronized void add(String fault, String where, long strikes) {
        history.add(System.currentTimeMillis(), fault, where, strikes);
        if (strikes > 0) {
            struck.merge(fault, 1, Integer::sum);
            exchanges += strikes;
        } else {
            missed++;
        }
    }

    /** Faults that struck. */
    synchronized int faults() {
        return struck.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How often faults of this kind struck. */
    synchronized int faults(String fault) {
        return struck.getOrDefault(fault, 0);
    }

    synchronized String text() {
        return "faults %d %s, struck %d times; met nobody %d".formatted(faults(), struck, exchanges, missed);
    }

    @Override
    public void close() {
        history.close();
    }
}
