package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** A ledger that was put back from a backup: peers have seen more than it remembers. */
abstract class RestoredContract extends LedgerFixture {
    private static final Instant BACKUP = Sample.NOW.minus(Duration.ofHours(1));
    private static final Map<String, Long> NO_FEEDS = Map.of();

    @Test
    void whatWasOpenMayHaveBeenSentInTheLostTime() {
        List<Long> lane = caseWithDeliveries(Sample.CASE, 2);
        claim(lane.get(0)).orElseThrow();

        assertThat(restored(Sample.NOW, NO_FEEDS)).isEqualTo(2);

        assertThat(stateOf(lane.get(0))).isEqualTo(DeliveryState.READY);
        assertThat(claim(lane.get(0)).orElseThrow().lastOutcome()).isEqualTo("UNKNOWN");
        assertThat(ledger.attempts(lane.get(1))).extracting(StoredAttempt::code).containsExactly("RESTORED");
    }

    @Test
    void whatWasInHandAtTheBackupCannotBeSettledAfterwards() {
        ClaimedDelivery inHand =
                claim(caseWithDeliveries(Sample.CASE, 1).get(0)).orElseThrow();
        restored(Sample.NOW, NO_FEEDS);
        assertThat(settle(inHand, Sample.acknowledged())).isFalse();
    }

    @Test
    void whatHappenedInTheLostTimeAndComesAgainWaitsForAPersonUnderANumberNeverUsed() {
        caseWithDeliveries(Sample.CASE, 1);
        restored(Sample.NOW, NO_FEEDS);

        StoredDelivery again = ledger.delivery(addDelivery(Sample.CASE, false)).orElseThrow();

        assertThat(again.state()).isEqualTo(DeliveryState.HELD);
        assertThat(again.lastCode()).isEqualTo("RESTORED");
        assertThat(again.seq()).isGreaterThan(1_000);
    }

    @Test
    void aCaseThatComesAgainUnderItsOwnNumberGoesOutUnderTheSameKey() {
        restored(Sample.NOW, NO_FEEDS);

        long first = caseWithDeliveries(Sample.CASE, 1).get(0);
        StoredDelivery second = ledger.delivery(addDelivery(Sample.CASE, true)).orElseThrow();

        assertThat(claim(first).orElseThrow().lastOutcome()).isEqualTo("UNKNOWN");
        assertThat(second.state()).isEqualTo(DeliveryState.HELD);
        assertThat(second.seq()).isGreaterThan(1_000);
    }

    @Test
    void aCaseThatWasNumberedHereWaits() {
        restored(Sample.NOW, NO_FEEDS);
        write(tx -> {
            tx.next("case:442000002:20210908");
            tx.insertCase(Sample.newCase(Sample.CASE));
            int seq = tx.appendEvent(Sample.CASE, Sample.event("E1"));
            tx.addDelivery(new NewDelivery("hotline", Sample.CASE, seq, "CASE_REGISTERED", tx.now(), false));
            return true;
        });
        assertThat(ledger.deliveries(Sample.CASE))
                .extracting(StoredDelivery::state)
                .containsExactly(DeliveryState.HELD);
    }

    @Test
    void whatTheGatewayMakesOfItInTheSameWorkWaitsToo() {
        restored(Sample.NOW, NO_FEEDS);
        write(tx -> {
            tx.insertCase(Sample.newCase(Sample.CASE));
            tx.appendEvent(Sample.CASE, Sample.event("E1"));
            int made = tx.appendEvent(Sample.CASE, Sample.eventAt("E2", Sample.NOW.plusSeconds(60)));
            tx.addDelivery(new NewDelivery("hotline", Sample.CASE, made, "HANDED_OFF", tx.now(), false));
            return true;
        });
        assertThat(ledger.deliveries(Sample.CASE)).singleElement().satisfies(made -> {
            assertThat(made.state()).isEqualTo(DeliveryState.HELD);
            assertThat(made.lastCode()).isEqualTo("RESTORED");
        });
    }

    @Test
    void whatHappensAfterTheLostTimeIsSentAsEver() {
        restored(Sample.NOW.minusMillis(1), NO_FEEDS);
        assertThat(claim(caseWithDeliveries(Sample.CASE, 1).get(0))
                        .orElseThrow()
                        .lastOutcome())
                .isNull();
    }

    @Test
    void noNumberIsGivenTwice() {
        next("case:442000002:20210908");
        next("handoff");
        restored(Sample.NOW, NO_FEEDS);
        assertThat(next("case:442000002:20210908")).isGreaterThan(1_000);
        assertThat(next("handoff")).isGreaterThan(1_000);
    }

    @Test
    void aFeedGoesOnBehindTheNumberThatItsPeerSays() {
        List<Long> lane = caseWithDeliveries(Sample.CASE, 2);
        FeedBatch first =
                ledger.claimFeed("hotline", "worker", LEASE, 10).join().orElseThrow();
        first.members().forEach(member -> settle(member, Sample.acknowledged()));
        assertThatThrownBy(() -> restored(Sample.NOW, NO_FEEDS))
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("hotline (at least 1)");

        restored(Sample.NOW.minusMillis(1), Map.of("hotline", 7L));

        assertThat(stateOf(lane.get(1))).isEqualTo(DeliveryState.HELD);
        caseWithDeliveries("CASE-2", 1);
        assertThat(ledger.claimFeed("hotline", "worker", LEASE, 10)
                        .join()
                        .orElseThrow()
                        .feedSeq())
                .isEqualTo(8);
    }

    @Test
    void aLedgerIsLookedAtWhileItRuns() {
        accepted("W1", "lane");
        settle(claim(caseWithDeliveries(Sample.CASE, 2).get(0)).orElseThrow(), Sample.acknowledged());
        restored(Sample.NOW, NO_FEEDS);

        LedgerState state = Backup.look(url(), null, null, null);

        assertThat(state.problems()).isEmpty();
        assertThat(state.keyIds()).containsExactly("1");
        assertThat(state.rows()).containsEntry("message", 1L).containsEntry("delivery", 2L);
    }

    private int restored(Instant lostUntil, Map<String, Long> feeds) {
        int open = new Restoration(BACKUP, lostUntil, feeds, "drill").mark(ledger);
        ledger.close();
        ledger = open();
        return open;
    }
}
