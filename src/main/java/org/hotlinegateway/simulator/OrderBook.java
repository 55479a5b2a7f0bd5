package org.hotlinegateway.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The orders of one stand-in hotline, by number, by case and by the key that made them. */
final class OrderBook {
    private final Map<String, HotlineOrder> byKey = new HashMap<>();
    private final Map<String, HotlineOrder> byNumber = new HashMap<>();
    private final Map<String, String> byCase = new HashMap<>();
    private final Map<String, Integer> lastSeq = new HashMap<>();
    private final Deque<String> wanted = new ArrayDeque<>();
    private Consumer<HotlineOrder> listener = order -> {};
    private int made;

    synchronized void listen(Consumer<HotlineOrder> made) {
        listener = made;
    }

    /** The next order gets this number, whatever the counter says. */
    synchronized void want(String orderNo) {
        wanted.add(orderNo);
    }

    /** The order this key made before, or a new one under the next number. */
    synchronized Entry order(String key, Function<Integer, String> number, Function<String, HotlineOrder> maker) {
        @Nullable HotlineOrder earlier = byKey.get(key);
        if (earlier != null) {
            return new Entry(earlier, Verdict.DUPLICATE);
        }
        made++;
        @Nullable String asked = wanted.poll();
        HotlineOrder order = maker.apply(asked != null ? asked : number.apply(made));
        byKey.put(key, order);
        add(order);
        listener.accept(order);
        return new Entry(order, Verdict.TAKEN);
    }

    /** The order this key made, if it did. */
    synchronized Optional<HotlineOrder> ofKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The number of an order made anew after a redo. */
    synchronized void redo(String orderNo, String newOrderNo) {
        find(orderNo).ifPresent(order -> add(order.again(newOrderNo)));
    }

    /** Forgets the order that this key made. */
    synchronized void forget(String key) {
        @Nullable HotlineOrder order = byKey.remove(key);
        if (order != null) {
            byNumber.remove(order.orderNo());
            byCase.remove(order.caseNo(), order.orderNo());
        }
    }

    synchronized Optional<HotlineOrder> find(String orderNo) {
        return Optional.ofNullable(byNumber.get(orderNo));
    }

    synchronized Optional<String> ofCase(String caseNo) {
        return Optional.ofNullable(byCase.get(caseNo));
    }

    /** The next sequence number of an order's callbacks. */
    synchronized String nextSeq(String orderNo) {
        return Integer.toString(lastSeq.merge(orderNo, 1, Integer::sum));
    }

    synchronized void sawSeq(String orderNo, String seq) {
        lastSeq.merge(orderNo, Integer.parseInt(seq), Math::max);
    }

    synchronized void clear() {
        byKey.clear();
        byNumber.clear();
        byCase.clear();
        lastSeq.clear();
        wanted.clear();
        made = 0;
    }

    private void add(HotlineOrder order) {
        byNumber.put(order.orderNo(), order);
        byCase.put(order.caseNo(), order.orderNo());
    }

    /** An order and whether it was made now or is a duplicate. */
    record Entry(HotlineOrder order, Verdict verdict) {}
}
