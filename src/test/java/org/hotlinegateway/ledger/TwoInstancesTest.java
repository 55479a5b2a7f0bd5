package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two gateways on one PostgreSQL. */
class TwoInstancesTest extends LedgerFixture {
    private static final String ORDER = "hotline/0210908155301000002/";

    private final String url = PostgresServer.newDatabase();
    private SqlLedger other;

    @Override
    String url() {
        return url;
    }

    @BeforeEach
    void openOther() {
        other = open();
    }

    @Test
    void eachDeliveryIsClaimedOnce() {
        List<Long> heads = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            heads.addAll(caseWithDeliveries("CASE-" + i, 1));
        }

        List<CompletableFuture<Optional<ClaimedDelivery>>> claims = new ArrayList<>();
        for (long head : heads) {
            claims.add(ledger.claim(head, "one", LEASE));
            claims.add(other.claim(head, "two", LEASE));
        }

        List<Long> claimed = claims.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .map(ClaimedDelivery::id)
                .toList();
        assertThat(claimed).containsExactlyInAnyOrderElementsOf(heads);
    }

    @Test
    void numbersThatAskForTheSameRowBecomeTwoCases() {
        for (int i = 1; i <= 40; i++) {
            String mine = "BBCS-442000002-20210908-%04d".formatted(i);
            String theirs = "BBCS-441900002-20210908-%04d".formatted(i);
            assertThat(CaseRow.of(mine)).isEqualTo(CaseRow.of(theirs));
            CompletableFuture<Boolean> one = opened(ledger, mine);
            CompletableFuture<Boolean> two = opened(other, theirs);
            assertThat(one.join() && two.join()).isTrue();
            assertThat(other.findCase(mine)).isPresent();
            assertThat(ledger.findCase(theirs)).isPresent();
        }
    }

    private static CompletableFuture<Boolean> opened(SqlLedger ledger, String caseNo) {
        return ledger.write(tx -> {
            tx.insertCase(Sample.newCase(caseNo));
            return true;
        });
    }

    @Test
    void aLaneNeverHasTwoInFlight() {
        List<Long> lane = caseWithDeliveries(Sample.CASE, 40);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            var mine = ledger.claim(lane.get(39), "one", LEASE);
            var theirs = other.claim(lane.get(0), "two", LEASE);
            Optional<ClaimedDelivery> first = mine.join();
            Optional<ClaimedDelivery> second = theirs.join();
            assertThat(first.isPresent() ^ second.isPresent()).isTrue();
            ClaimedDelivery claimed = first.or(() -> second).orElseThrow();
            order.add(claimed.seq());
            SqlLedger settling = i % 2 == 0 ? ledger : other;
            settling.write(tx -> tx.settle(claimed, Sample.acknowledged())).join();
        }
        assertThat(order).isSorted().hasSize(40);
    }

    @Test
    void whatADeadGatewayHadInHandIsTakenOverAtOnceAndALivingOnesIsNot() {
        SqlLedger dying = open();
        other.sweep();
        long ofTheDead = caseWithDeliveries("CASE-1", 1).get(0);
        long ofTheLiving = caseWithDeliveries("CASE-2", 1).get(0);
        ClaimedDelivery lost =
                dying.claim(ofTheDead, dying.owner(), LEASE).join().orElseThrow();
        other.claim(ofTheLiving, other.owner(), LEASE).join().orElseThrow();
        dying.close();

        Optional<ClaimedDelivery> taken = Awaitility.await("taken over")
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            ledger.sweep();
                            return ledger.claim(ofTheDead, ledger.owner(), LEASE)
                                    .join();
                        },
                        Optional::isPresent);

        assertThat(taken.orElseThrow().lastOutcome()).isEqualTo("UNKNOWN");
        assertThat(settle(lost, Sample.acknowledged())).isFalse();
        assertThat(ledger.claim(ofTheLiving, ledger.owner(), LEASE).join()).isEmpty();
    }

    @Test
    void oneMessageUnderOneKeyIsAcceptedOnce() {
        List<CompletableFuture<Acceptance>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            NewMessage message = Sample.message("W" + i, "lane", "body");
            answers.add(ledger.accept(message));
            answers.add(other.accept(message));
        }

        assertThat(answers.stream().map(CompletableFuture::join))
                .filteredOn(answer -> answer.verdict() == Acceptance.Verdict.ACCEPTED)
                .hasSize(100);
    }

    @Test
    void sequencesOfACaseHaveNoGapsAndNoDoubles() {
        caseWithDeliveries(Sample.CASE, 0);
        List<CompletableFuture<Integer>> numbers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String id = "E" + i;
            SqlLedger either = i % 2 == 0 ? ledger : other;
            numbers.add(either.write(tx -> tx.appendEvent(Sample.CASE, Sample.event(id))));
        }

        assertThat(numbers.stream().map(CompletableFuture::join))
                .doesNotHaveDuplicates()
                .hasSize(100)
                .allMatch(seq -> seq >= 1 && seq <= 100);
    }

    @Test
    void aCallbackIsNeverParkedJustAfterItsOrderWasLinked() {
        caseWithDeliveries(Sample.CASE, 0);
        List<Long> callbacks = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            callbacks.add(accepted("K" + i, "order " + i));
        }

        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String order = ORDER + i;
            long callback = callbacks.get(i);
            all.add(ledger.write(tx -> decide(tx, callback, order)));
            all.add(other.write(tx -> link(tx, order)));
        }
        all.forEach(CompletableFuture::join);

        assertThat(ledger.messagesIn(MessageState.PARKED, 10)).isEmpty();
    }

    private static boolean decide(LedgerTx tx, long callback, String order) {
        if (!tx.take(callback)) {
            return false;
        }
        if (tx.caseNoOf("hotline", order).isPresent()) {
            tx.applied(callback);
        } else {
            tx.park(callback, "the order is unknown", order);
        }
        return true;
    }

    private static int link(LedgerTx tx, String order) {
        tx.addReference(Sample.CASE, "hotline", order);
        return tx.release(order);
    }
}
