package org.hotlinegateway.faults;

import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntUnaryOperator;

/**
 * Many cases at a steady pace, each sent by a hand of its own: a registration and its supplements, one after the other.
 * Now and then a hand is hasty, contradicts itself, is replayed or forged; drawn from the seed.
 */
final class CaseLoad implements AutoCloseable {
    private static final int HANDS = 48;
    private static final int ODD_IN_HUNDRED = 3;
    private static final long LONGEST_LAG = TimeUnit.SECONDS.toNanos(2);

    private final CarefulSender sender;
    private final String run;
    private final Random random;
    private final IntUnaryOperator messagesOfCase;
    private final AtomicInteger numbers;
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    private final AtomicInteger sending = new AtomicInteger();
    private volatile boolean pacing;
    private Thread pacer;

    /**
     * @param run mark of the run in every message
     * @param firstNumber of the cases
     */
    CaseLoad(CarefulSender sender, String run, long seed, int firstNumber) {
        this.sender = sender;
        this.run = run;
        this.random = new Random(seed);
        this.messagesOfCase = number -> 1 + Math.floorMod(number, 3);
        this.numbers = new AtomicInteger(firstNumber);
    }

    /** Begins to send so many messages a second, until {@link #stop}. */
    void start(double messagesPerSecond) {
        pacing = true;
        long step = (long) (TimeUnit.SECONDS.toNanos(1) * 2 / messagesPerSecond);
        pacer = FaultProxy.start("pacer", () -> pace(step));
    }

    /** A case a step; with all hands busy, as while a gateway is away, the pace waits for them. */
    private void pace(long step) {
        long due = System.nanoTime();
        while (pacing) {
            due = Math.max(due + step, System.nanoTime() - LONGEST_LAG);
            LockSupport.parkNanos(due - System.nanoTime());
            if (pacing && sending.get() < HANDS) {
                next();
            }
        }
    }

    /** Sends one further case, beside what else is sent. */
    void next() {
        int number = numbers.incrementAndGet();
        int chance = random.nextInt(100);
        sending.incrementAndGet();
        hands.execute(() -> {
            try {
                sendCase(number, chance);
            } finally {
                sending.decrementAndGet();
            }
        });
    }

    private void sendCase(int number, int chance) {
        int last = messagesOfCase.applyAsInt(number);
        for (int version = 1; version <= last; version++) {
            WindowMessage message = WindowMessage.of(run, number, version);
            Manner first = chance < ODD_IN_HUNDRED ? Manner.TWICE : Manner.CAREFUL;
            if (!sender.sendUntilAcknowledged(message, first)) {
                return;
            }
            oddity(message, chance);
        }
    }

    private void oddity(WindowMessage message, int chance) {
        switch (chance / ODD_IN_HUNDRED) {
            case 1 -> sender.once(message.contradicted(), Manner.CONTRADICTING);
            case 2 -> sender.replay(message);
            case 3 -> sender.once(WindowMessage.of(run + "f", 1 + chance, message.version()), Manner.FORGED);
            case 4 -> sender.once(message, Manner.AGAIN);
            default -> {}
        }
    }

    /** Number of the last case begun. */
    int last() {
        return numbers.get();
    }

    /** Begins no further case; waits until those begun have their receipts. True when they all have. */
    boolean stop(long seconds) throws InterruptedException {
        pacing = false;
        if (pacer != null) {
            pacer.join();
        }
        hands.shutdown();
        return hands.awaitTermination(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        pacing = false;
        sender.giveUp();
        hands.shutdownNow();
    }
}
