package org.hotlinegateway.ledger;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Makes public ids of messages: UUID version 7, so they sort by time and cannot be guessed. */
final class Receipts {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;

    private Receipts() {}

    static String next(Instant now) {
        long high = now.toEpochMilli() << 16 | VERSION_7 | RANDOM.nextLong() & 0xfffL;
        long low = VARIANT | RANDOM.nextLong() >>> 2;
        return new UUID(high, low).toString();
    }
}
