package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Room for new messages, by the disk and by what the database says of it. */
class LedgerRoomTest {
    private static final long MARK = 1_000;

    private long free = 5_000;
    private long nanos = 7;
    private final LedgerRoom room = new LedgerRoom(() -> OptionalLong.of(free), MARK, () -> nanos);

    @Test
    void belowTheMarkItClosesWithinASecond() {
        assertThat(room.isOpen()).isTrue();
        free = 999;
        later(Duration.ofSeconds(1));
        assertThat(room.isOpen()).isFalse();
        assertThat(room.free()).hasValue(999);
    }

    @Test
    void itOpensAgainByItselfATenthAboveTheMark() {
        free = 999;
        later(Duration.ofSeconds(1));
        assertThat(room.isOpen()).isFalse();
        free = 1_050;
        later(Duration.ofSeconds(1));
        assertThat(room.isOpen()).isFalse();
        free = 1_100;
        later(Duration.ofSeconds(1));
        assertThat(room.isOpen()).isTrue();
    }

    @Test
    void aDiskThatTheDatabaseFoundFullIsTriedAgainAfterAWhile() {
        LedgerRoom elsewhere = new LedgerRoom(OptionalLong::empty, MARK, () -> nanos);
        elsewhere.foundFull();
        later(Duration.ofSeconds(4));
        assertThat(elsewhere.isOpen()).isFalse();
        later(Duration.ofSeconds(1));
        assertThat(elsewhere.isOpen()).isTrue();
    }

    private void later(Duration by) {
        nanos += by.toNanos();
    }
}
