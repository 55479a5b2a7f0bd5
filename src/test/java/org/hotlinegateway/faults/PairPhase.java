package org.hotlinegateway.faults;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Two gateways on one PostgreSQL and one broker: each is stopped like a zombie until its leases have run out and then
 * wakes up, each is killed, the broker dies and comes back, its queues lose what they held.
 */
final class PairPhase {
    static final String LEASE = "-Dfaults.lease=PT2S";
    private static final int ZOMBIE_MILLIS = 4_500;

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
            bed.log().add("CLAIM_CHECKS_PURGED", "broker", broker.purge());
            kill((round + 1) % 2);
            loseBroker();
            bed.log().add("CLAIM_CHECKS_PURGED", "broker", broker.purge());
            zombie((round + 1) % 2);
        }
    }

    /** Struck are the leases that ran out meanwhile. */
    private void zombie(int number) {
        try (LedgerExport ledger = bed.ledger()) {
            long before = ledger.leasesRunOut();
            bed.node(number).gateway().signal("STOP");
            pause(ZOMBIE_MILLIS);
            bed.node(number).gateway().signal("CONT");
            pause(1_500);
            bed.log().add("ZOMBIE", "gateway" + number, ledger.leasesRunOut() - before);
        }
    }

    private void loseBroker() throws InterruptedException {
        broker.kill();
        pause(300 + random.nextInt(1_200));
        broker.start();
        bed.log().add("BROKER_LOST", "broker", 1);
        pause(500);
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
