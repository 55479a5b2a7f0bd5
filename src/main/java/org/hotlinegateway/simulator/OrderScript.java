package org.hotlinegateway.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays orders forward as a hotline would: assign, sign, progress, result, visit, close.
 *
 * <p>Each step happens in the time of the story: so long after the case was registered, but never in the future.
 */
public final class OrderScript {
    private static final Logger LOG = LoggerFactory.getLogger(OrderScript.class);
    private static final int TRIES = 10;

    private final SimulatedHotline hotline;
    private final LegacyHotline legacy;
    private final Duration pause;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, work -> {
        Thread thread = new Thread(work, "stand-in-script");
        thread.setDaemon(true);
        return thread;
    });

    OrderScript(SimulatedHotline hotline, LegacyHotline legacy, Duration pause, Clock clock) {
        this.hotline = hotline;
        this.legacy = legacy;
        this.pause = pause;
        this.clock = clock;
    }

    /** From now on every new order plays itself to its close. */
    void playEveryOrder() {
        hotline.listen(order -> later(order, OrderStep.ASSIGN, this::modern, 1));
        legacy.listen(order -> later(order, OrderStep.ASSIGN, this::legacy, 1));
    }

    /** Plays one step of an order of the modern hotline. */
    public Reply modern(HotlineOrder order, OrderStep step) {
        return hotline.callback(
                order.orderNo(), step.name(), number(step), actTime(order, step), step.modernFields(order));
    }

    /** Plays one step of an order of the legacy hotline. */
    public Reply legacy(HotlineOrder order, OrderStep step) {
        return legacy.callback(
                order.orderNo(), step.legacy(), number(step), actTime(order, step), step.legacyFields(order));
    }

    void stop() {
        timer.shutdownNow();
    }

    private void later(HotlineOrder order, OrderStep step, BiFunction<HotlineOrder, OrderStep, Reply> player, int n) {
        timer.schedule(() -> play(order, step, player, n), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void play(HotlineOrder order, OrderStep step, BiFunction<HotlineOrder, OrderStep, Reply> player, int n) {
        if (taken(order, step, player)) {
            if (step != OrderStep.CLOSE) {
                later(order, OrderStep.values()[step.ordinal() + 1], player, 1);
            }
        } else if (n < TRIES) {
            later(order, step, player, n + 1);
        }
    }

    private static boolean taken(
            HotlineOrder order, OrderStep step, BiFunction<HotlineOrder, OrderStep, Reply> player) {
        try {
            Reply reply = player.apply(order, step);
            LOG.info("Order {} {}: the gateway answered {}.", order.orderNo(), step, reply.status());
            return reply.taken();
        } catch (RuntimeException noAnswer) {
            LOG.warn("Order {} {}: the gateway did not answer.", order.orderNo(), step);
            return false;
        }
    }

    private static String number(OrderStep step) {
        return Integer.toString(step.ordinal() + 1);
    }

    private String actTime(HotlineOrder order, OrderStep step) {
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDateTime inStory = order.registeredAt().plus(step.after());
        return HotlineOrder.LOCAL.format(inStory.isAfter(now) ? now : inStory);
    }
}
