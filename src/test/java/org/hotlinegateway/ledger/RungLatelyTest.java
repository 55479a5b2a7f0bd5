package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.hotlinegateway.ledger.RungLately.Waiting;
import org.junit.jupiter.api.Test;

class RungLatelyTest {
    private static final Instant NOW = Instant.parse("2021-09-08T07:53:01Z");

    private final RungLately rung = new RungLately(Duration.ofSeconds(30));

    @Test
    void aRingIsTrustedForAWhileAndThenGivenAgain() {
        assertThat(fresh(0, 0, 1, 2)).containsExactly(1L, 2L);
        assertThat(fresh(29, 0, 1, 2, 3)).containsExactly(3L);
        assertThat(fresh(30, 0, 1, 2, 3)).containsExactly(1L, 2L);
    }

    @Test
    void aClaimUsesItUp() {
        assertThat(fresh(0, 0, 1)).containsExactly(1L);
        assertThat(fresh(1, 1, 1)).containsExactly(1L);
        assertThat(fresh(2, 1, 1)).isEmpty();
    }

    @Test
    void whatIsNoLongerTrustedIsForgotten() {
        for (int second = 0; second < 3_600; second++) {
            fresh(second, 0, 2L * second, 2L * second + 1);
            fresh(second, 0, 1_000_000);
        }
        assertThat(rung.size()).isEqualTo(30 * 2 + 1);
    }

    private List<Long> fresh(int second, int claims, long... ids) {
        List<Waiting> waiting = LongStream.of(ids)
                .mapToObj(id -> new Waiting(new Ring(Ring.Kind.DELIVERY, "hotline", id), claims))
                .toList();
        return rung.fresh(waiting, NOW.plusSeconds(second)).stream()
                .map(Ring::id)
                .toList();
    }
}
