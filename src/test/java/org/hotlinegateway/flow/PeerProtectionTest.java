package org.hotlinegateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hotlinegateway.delivery.PeerState;
import org.hotlinegateway.delivery.PeerStatus;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.StoredDelivery;
import org.hotlinegateway.peer.PeerSetting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A peer in trouble is spared over real HTTP, and what was meant for it goes when it is well, with its attempts unspent. */
class PeerProtectionTest {
    private static final String TAKEN = "{\"outcome\":\"ACKNOWLEDGED\"}";
    private static final int FAILURES = 5;

    @TempDir
    Path folder;

    private DeliveryBench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new DeliveryBench(folder, true);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aPeerThatAsksForAPauseIsLeftAloneAndThenGetsEverything() {
        bench.hotline.answers(503, "<html>busy</html>", "Retry-After: 30");
        List<Long> deliveries = deliveries(FAILURES + 3);
        bench.followRings();
        assertThat(bench.hotline.received()).hasSize(FAILURES);
        assertThat(hotline().state()).isEqualTo(PeerState.BROKEN);
        assertThat(hotline().waiting()).isEqualTo(3);
        assertThat(delivery(deliveries.get(FAILURES)).attempts()).isZero();

        bench.hotline.answers(200, TAKEN);
        bench.clock.move(Duration.ofSeconds(29));
        assertThat(bench.followRings()).isZero();
        bench.clock.move(Duration.ofSeconds(31));
        bench.ledger.sweep();
        followUntilQuiet();

        assertThat(deliveries).allSatisfy(id -> assertThat(delivery(id).state()).isEqualTo(DeliveryState.ACKNOWLEDGED));
        assertThat(hotline().state()).isNotEqualTo(PeerState.BROKEN);
    }

    @Test
    void aPeerThatAnswersWithAnErrorToEveryCaseIsLeftAloneUntilAProbePasses() {
        bench.hotline.answers(500, "<html>NullPointerException</html>");
        List<Long> deliveries = deliveries(FAILURES + 3);
        bench.followRings();
        assertThat(bench.hotline.received()).hasSize(FAILURES);
        assertThat(hotline().state()).isEqualTo(PeerState.BROKEN);
        assertThat(delivery(deliveries.get(FAILURES)).attempts()).isZero();

        bench.clock.move(Duration.ofSeconds(1));
        bench.followRings();
        assertThat(bench.hotline.received()).as("one probe").hasSize(FAILURES + 1);
        assertThat(hotline().state()).isEqualTo(PeerState.BROKEN);

        bench.hotline.answers(200, TAKEN);
        bench.clock.move(Duration.ofMinutes(2));
        bench.ledger.sweep();
        followUntilQuiet();
        assertThat(deliveries).allSatisfy(id -> assertThat(delivery(id).state()).isEqualTo(DeliveryState.ACKNOWLEDGED));
        assertThat(hotline().state()).isNotEqualTo(PeerState.BROKEN);
    }

    @Test
    void oneCaseThatAlwaysGetsAnErrorStopsNobodyElse() {
        bench.hotline.answers(500, "<html>NullPointerException</html>");
        long poison = bench.deliver("hotline", "HANDED_OFF", "{\"title\":\"t\"}");
        for (int again = 0; again < DeliveryBench.MAX_ATTEMPTS; again++) {
            bench.ring("hotline", poison);
            bench.clock.move(Duration.ofMinutes(10));
        }
        assertThat(bench.hotline.received()).hasSize(DeliveryBench.MAX_ATTEMPTS);
        assertThat(delivery(poison).state()).isEqualTo(DeliveryState.HELD);
        assertThat(hotline().failures()).isEqualTo(1);
        assertThat(hotline().state()).isEqualTo(PeerState.OPEN);
    }

    @Test
    void aPeerThatKeepsSilentIsLeftAloneToo() {
        bench.hotline.keepsSilent();
        deliveries(FAILURES + 3);
        bench.followRings();
        assertThat(bench.hotline.received()).hasSize(FAILURES);
    }

    @Test
    void aDeadPeerTakesNoReaderAndAnotherPeerIsServed() {
        bench.hotline.goesAway();
        deliveries(FAILURES + 3);
        bench.followRings();
        bench.supervision.answers(200, TAKEN);
        long other = bench.deliver("supervision", "PROGRESS", "{\"title\":\"t\"}");
        bench.followRings();
        assertThat(delivery(other).state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
        assertThat(hotline().failures()).isEqualTo(FAILURES);
    }

    @Test
    void aMessageThatCannotBeWrittenDoesNotUseUpTheProbe() {
        bench.hotline.goesAway();
        deliveries(FAILURES);
        bench.followRings();
        bench.hotline.comesBack();
        bench.hotline.answers(200, TAKEN);
        long bad = bench.deliver("hotline", "HANDED_OFF", "{}");
        long good = bench.deliver("hotline", "HANDED_OFF", "{\"title\":\"t\"}");
        bench.followRings();
        bench.clock.move(Duration.ofSeconds(1));
        followUntilQuiet();
        assertThat(delivery(bad).state()).isEqualTo(DeliveryState.HELD);
        assertThat(delivery(good).state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
    }

    @Test
    void whileStaffHoldAPeerNothingIsSentAndNoAttemptIsSpent() {
        bench.hotline.answers(200, TAKEN);
        set(PeerSetting.HOLD, "true");
        List<Long> deliveries = deliveries(3);
        bench.followRings();
        assertThat(bench.hotline.received()).isEmpty();
        set(PeerSetting.HOLD, "false");
        followUntilQuiet();
        assertThat(deliveries)
                .allSatisfy(id -> assertThat(delivery(id).attempts()).isEqualTo(1));
        assertThat(bench.hotline.received()).hasSize(3);
    }

    @Test
    void aFeedIsHeldAsWell() {
        bench.supervision.answers(200, TAKEN);
        bench.limits.apply(Map.of("supervision", Map.of(PeerSetting.HOLD, "true")), 1);
        List<Long> items = IntStream.range(0, 5)
                .mapToObj(item -> bench.deliver("supervision", "PROGRESS", "{\"title\":\"t\"}"))
                .toList();
        bench.followRings();
        assertThat(bench.supervision.received()).isEmpty();
        bench.limits.apply(Map.of(), 1);
        followUntilQuiet();
        assertThat(items).allSatisfy(id -> assertThat(delivery(id).state()).isEqualTo(DeliveryState.ACKNOWLEDGED));
        assertThat(bench.supervision.received()).hasSize(1);
        assertThat(bench.lanes.peers())
                .allSatisfy(peer -> assertThat(peer.inFlight()).isZero());
    }

    private void set(PeerSetting setting, String value) {
        bench.limits.apply(Map.of("hotline", Map.of(setting, value)), 1);
    }

    private List<Long> deliveries(int count) {
        return IntStream.range(0, count)
                .mapToObj(one -> bench.deliver("hotline", "HANDED_OFF", "{\"title\":\"t\"}"))
                .toList();
    }

    private void followUntilQuiet() {
        int rounds = 0;
        while (bench.followRings() > 0) {
            assertThat(++rounds).as("rings never end").isLessThan(50);
        }
    }

    private StoredDelivery delivery(long id) {
        return bench.ledger.delivery(id).orElseThrow();
    }

    private PeerStatus hotline() {
        return bench.lanes.peers().stream()
                .filter(peer -> peer.peer().equals("hotline"))
                .findFirst()
                .orElseThrow();
    }
}
