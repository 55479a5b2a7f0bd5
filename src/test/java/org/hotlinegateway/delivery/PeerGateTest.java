package org.hotlinegateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.hotlinegateway.ledger.MovableClock;
import org.hotlinegateway.peer.LiveLimits;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.peer.PeerSetting;
import org.hotlinegateway.peer.Peers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What a gate lets through, and that nothing which it does not let through is forgotten. */
class PeerGateTest {
    private static final Duration LEASE = Duration.ofSeconds(43);

    private final MovableClock clock = new MovableClock(Instant.parse("2021-09-08T07:53:00Z"));
    private final LiveLimits limits = new LiveLimits(new Peers(Map.of("hotline", profile())));
    private final PeerGate gate = new PeerGate("hotline", () -> limits.of("hotline"), clock);
    private final Map<PeerSetting, String> set = new EnumMap<>(PeerSetting.class);

    @Test
    void aPeerWithoutLimitsTakesEverything() {
        assertThat(ring(1, 100)).hasSize(100);
        assertThat(gate.status().waiting()).isZero();
        assertThat(gate.status().state()).isEqualTo(PeerState.OPEN);
        assertThat(gate.status().inFlight()).isEqualTo(100);
        assertThat(gate.status().lastMinute()).isEqualTo(100);
    }

    @Test
    void aRateLetsSoManyGoASecondAndCallsTheOthersInTheirOrder() {
        set(PeerSetting.RATE, "2");
        assertThat(ring(1, 6)).containsExactly(1L);
        assertThat(gate.status().waiting()).isEqualTo(5);
        assertThat(called()).isEmpty();
        clock.move(Duration.ofMillis(500));
        assertThat(called()).containsExactly(2L);
        clock.move(Duration.ofSeconds(1));
        assertThat(called()).containsExactly(3L, 4L);
        clock.move(Duration.ofSeconds(60));
        assertThat(called()).containsExactly(5L, 6L);
        assertThat(gate.status().waiting()).isZero();
    }

    @Test
    void aFractionOfARateIsOneInSeveralSeconds() {
        set(PeerSetting.RATE, "0.5");
        assertThat(ring(1, 2)).containsExactly(1L);
        clock.move(Duration.ofMillis(1999));
        assertThat(called()).isEmpty();
        clock.move(Duration.ofMillis(1));
        assertThat(called()).containsExactly(2L);
    }

    @Test
    void whoComesLaterDoesNotPassThoseWhoWait() {
        set(PeerSetting.RATE, "1");
        ring(1, 3);
        clock.move(Duration.ofSeconds(1));
        assertThat(gate.admits(4)).isFalse();
        assertThat(called()).containsExactly(2L);
    }

    @Test
    void soManyAtATimeAndTheNextWhenOneIsBack() {
        set(PeerSetting.CONCURRENCY, "2");
        assertThat(ring(1, 4)).containsExactly(1L, 2L);
        assertThat(called()).isEmpty();
        gate.over(1);
        assertThat(called()).containsExactly(3L);
        assertThat(called()).isEmpty();
    }

    @Test
    void aRequestNobodyHeardOfAgainDoesNotTakeAPlaceForEver() {
        set(PeerSetting.CONCURRENCY, "1");
        ring(1, 2);
        clock.move(LEASE.plusMillis(1));
        assertThat(called()).containsExactly(2L);
    }

    @Test
    void gatewaysShareWhatAPeerCanBear() {
        set.put(PeerSetting.CONCURRENCY, "4");
        set.put(PeerSetting.RATE, "10");
        limits.apply(Map.of("hotline", set), 2);
        assertThat(gate.status().concurrency()).isEqualTo(2);
        assertThat(gate.status().rate()).isEqualTo(5);
    }

    @Test
    void afterFailuresInARowOnlyAProbePassesNowAndThen() {
        failedInARow(5);
        assertThat(gate.status().state()).isEqualTo(PeerState.BROKEN);
        assertThat(ring(10, 13)).isEmpty();
        assertThat(called()).isEmpty();

        clock.move(Duration.ofSeconds(1));
        assertThat(called()).containsExactly(10L);
        assertThat(called()).isEmpty();
        failed(10);

        clock.move(Duration.ofSeconds(1));
        assertThat(called()).isEmpty();
        clock.move(Duration.ofSeconds(1));
        assertThat(called()).containsExactly(11L);
        gate.succeeded();
        gate.over(11);

        assertThat(called()).containsExactly(12L, 13L);
    }

    @Test
    void requestsThatFailBesideEachOtherMakeThePauseNoLonger() {
        ring(1, 20);
        LongStream.rangeClosed(1, 20).forEach(this::failed);
        assertThat(gate.status().until()).isEqualTo(clock.instant().plusSeconds(1));
    }

    @Test
    void theWaitAPeerAsksForIsKept() {
        ring(1, 5);
        LongStream.rangeClosed(1, 5).forEach(id -> {
            gate.failed(Duration.ofSeconds(120));
            gate.over(id);
        });
        assertThat(gate.status().until()).isEqualTo(clock.instant().plusSeconds(120));
    }

    @Test
    void aFailureBetweenSuccessesIsNothing() {
        for (long id = 1; id <= 20; id++) {
            ring(id, id);
            if (id % 5 == 0) {
                gate.succeeded();
                gate.over(id);
            } else {
                failed(id);
            }
        }
        assertThat(gate.status().state()).isEqualTo(PeerState.OPEN);
    }

    @Test
    void aProbeThatFoundNothingToSendLeavesTheWayToTheNext() {
        failedInARow(5);
        ring(10, 11);
        clock.move(Duration.ofSeconds(1));
        assertThat(gate.call()).containsExactly(10L);
        assertThat(gate.admits(10)).isTrue();
        gate.unused(10);
        assertThat(called()).containsExactly(11L);
        gate.over(11);
        ring(12, 12);
        assertThat(gate.status().inFlight()).isEqualTo(1);
    }

    @Test
    void nothingIsSentWhileStaffHoldAPeerAndAllOfItAfterwards() {
        set(PeerSetting.HOLD, "true");
        assertThat(ring(1, 3)).isEmpty();
        clock.move(Duration.ofHours(1));
        assertThat(called()).isEmpty();
        assertThat(gate.status().state()).isEqualTo(PeerState.HELD);

        set(PeerSetting.HOLD, "false");
        assertThat(called()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void nothingIsSentInAMaintenanceWindow() {
        set(PeerSetting.MAINTENANCE, "15:00/16:00");
        assertThat(ring(1, 1)).isEmpty();
        assertThat(gate.status().state()).isEqualTo(PeerState.MAINTENANCE);
        assertThat(gate.status().until()).isEqualTo(Instant.parse("2021-09-08T08:00:00Z"));
        clock.move(Duration.ofMinutes(7));
        assertThat(called()).containsExactly(1L);
    }

    @Test
    void aBacklogIsWorkedOffAtTheDrainRateAndThenTheRateIsTheOldOne() {
        set.put(PeerSetting.RATE, "10");
        set.put(PeerSetting.DRAIN_RATE, "2");
        set(PeerSetting.HOLD, "true");
        ring(1, 5);
        set(PeerSetting.HOLD, "false");
        List<Long> went = new ArrayList<>();
        int tenths = 0;
        while (went.size() < 5) {
            clock.move(Duration.ofMillis(100));
            tenths++;
            went.addAll(called());
        }
        assertThat(went).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(tenths).isBetween(19, 26);
        assertThat(gate.status().state()).isEqualTo(PeerState.DRAINING);
        clock.move(Duration.ofSeconds(5));
        assertThat(gate.status().state()).isEqualTo(PeerState.OPEN);
        assertThat(gate.status().rate()).isEqualTo(10);
    }

    @Test
    void aCallThatIsLostIsGivenAgain() {
        set(PeerSetting.HOLD, "true");
        ring(1, 2);
        set(PeerSetting.HOLD, "false");
        assertThat(gate.call()).containsExactly(1L, 2L);
        assertThat(gate.call()).isEmpty();
        clock.move(Duration.ofSeconds(10));
        assertThat(called()).containsExactlyInAnyOrder(1L, 2L);
    }

    /** Rings for each of these, as the queue does; those that went. */
    private List<Long> ring(long first, long last) {
        List<Long> went = new ArrayList<>();
        LongStream.rangeClosed(first, last).filter(gate::admits).forEach(id -> {
            gate.claimed(id, id, clock.instant().plus(LEASE));
            went.add(id);
        });
        return went;
    }

    /** Those that are called now, all of which come and go. */
    private List<Long> called() {
        List<Long> called = gate.call();
        called.forEach(id -> assertThat(ring(id, id)).containsExactly(id));
        return called;
    }

    private void failedInARow(int times) {
        for (long id = 1; id <= times; id++) {
            ring(id, id);
            failed(id);
        }
    }

    private void failed(long id) {
        gate.failed(Duration.ZERO);
        gate.over(id);
    }

    private void set(PeerSetting setting, String value) {
        set.put(setting, setting.checked(value));
        limits.apply(Map.of("hotline", set), 1);
    }

    private static PeerProfile profile() {
        Map<String, String> properties = Map.of(
                "peer.name", "hotline",
                "peer.inbound.auth", "HMAC_SM3",
                "peer.outbound.auth", "HMAC_SM3",
                "peer.outbound.answer", "hotline-answer");
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("peer", PeerProfile.class)
                .get();
    }
}
