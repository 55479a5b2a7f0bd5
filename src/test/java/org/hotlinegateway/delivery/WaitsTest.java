package org.hotlinegateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hotlinegateway.peer.OutboundProfile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** How long a lane waits: by itself, and as a peer asks. */
class WaitsTest {
    private static final Instant NOW = Instant.parse("2021-09-08T07:53:00Z");

    private final Backoff backoff = new Backoff(new Random(7));

    @ParameterizedTest
    @CsvSource({
        "1, 1000",
        "2, 2000",
        "3, 4000",
        "9, 256000",
        "10, 512000",
        "11, 600000",
        "40, 600000",
        "1000000, 600000"
    })
    void theWaitDoublesUpToTheLargestAndLiesInItsUpperHalf(int attempt, long full) {
        for (int i = 0; i < 200; i++) {
            assertThat(backoff.after(attempt, profile()).toMillis()).isBetween(full / 2, full);
        }
    }

    @Test
    void lanesThatFailedTogetherDoNotComeBackTogether() {
        TreeSet<Long> waits = new TreeSet<>();
        IntStream.range(0, 1000)
                .forEach(lane -> waits.add(backoff.after(5, profile()).toMillis()));
        assertThat(waits).hasSizeGreaterThan(900);
        assertThat(waits.first()).isLessThan(8_400);
        assertThat(waits.last()).isGreaterThan(15_600);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "120| 120",
                " 7 | 7",
                "0| 0",
                "86400| 3600",
                "99999999999999999999| 3600",
                "Wed, 08 Sep 2021 07:55:00 GMT| 120",
                "Wed, 08 Sep 2021 07:00:00 GMT| 0",
                "Thu, 09 Sep 2021 07:53:00 GMT| 3600",
                "soon| 0",
                "1.5| 0",
                "-5| 0",
                "| 0"
            },
            delimiter = '|')
    void retryAfterIsSecondsOrADateAndAnHourAtMost(@Nullable String header, long seconds) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    private static OutboundProfile profile() {
        return new Binder(new MapConfigurationPropertySource(
                        Map.of("out.auth", "HMAC_SM3", "out.answer", "hotline-answer")))
                .bind("out", OutboundProfile.class)
                .get();
    }
}
