package org.hotlinegateway.faults;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.hotlinegateway.crash.GatewayProcess;

/**
 * Two gateways on one PostgreSQL and one broker: each is stopped like a zombie until its leases have run out and then
 * wakes up, each is killed, the broker dies and comes back, its queues lose what they held.
 */
final class PairPhase {
    static final String LEASE = "-Dfaults.lease=PT2S";
    private static final int ZOMBIE_MILLIS = 4_500;
    private static final int TRIES = 100;
    private static final int BETWEEN_TRIES_MILLIS = 30;

    private final Bed bed;
    private final BrokerProcess broker;
    private final Random random;

    PairPhase(Bed bed, BrokerProcess broker, long seed) {
        this.bed = bed;
        this.broker = broker;
        this.random = new Random(seed);
    }

    void run(int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            zombie(round % 2);
            loseBroker();
            pause(500 + random.nextInt(1_000));
            purge();
            kill((round + 1) % 2);
            loseBroker();
            purge();
            zombie((round + 1) % 2);
        }
    }

    /** Struck are the leases that ran out meanwhile. */
    private void zombie(int number) {
        try (LedgerExport ledger = bed.ledger()) {
            long before = ledger.leasesRunOut();
            stopWithClaims(number, ledger);
            pause(ZOMBIE_MILLIS);
            bed.node(number).gateway().signal("CONT");
            pause(1_500);
            bed.log().add("ZOMBIE", "gateway" + number, ledger.leasesRunOut() - before);
        }
    }

    /** Stops the gateway at a moment when it holds claims, if there is one. */
    private void stopWithClaims(int number, LedgerExport ledger) {
        GatewayProcess gateway = bed.node(number).gateway();
        for (int tries = 0; tries < TRIES; tries++) {
            gateway.signal("STOP");
            if (ledger.claims("gateway" + number) > 0) {
                return;
            }
            gateway.signal("CONT");
            pause(BETWEEN_TRIES_MILLIS);
        }
        gateway.signal("STOP");
    }

    private void loseBroker() throws InterruptedException {
        broker.kill();
        pause(300 + random.nextInt(1_200));
        broker.start();
        bed.log().add("BROKER_LOST", "broker", 1);
        pause(500);
    }

    /** Empties the queues at a moment when there is something in them. */
    private void purge() throws IOException {
        long dropped = 0;
        for (int tries = 0; dropped == 0 && tries < TRIES; tries++) {
            pause(BETWEEN_TRIES_MILLIS);
            dropped = broker.purge();
        }
        bed.log().add("CLAIM_CHECKS_PURGED", "broker", dropped);
    }

    private void kill(int number) {
        bed.node(number).gateway().kill();
        bed.log().add("KILL", "gateway" + number, 1);
        pause(random.nextInt(1_000));
        bed.node(number).start();
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
