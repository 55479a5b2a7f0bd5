package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hotlinegateway.ledger.Settlement.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** How deliveries move along their lanes, whatever database is under the ledger. */
abstract class LaneContract extends LedgerFixture {

    @Test
    void aDeliveryWhoseEventIsDamagedIsClaimedAsSuchAndHeld() {
        List<Long> lane = caseWithDeliveries(Sample.CASE, 2);
        long whole = caseWithDeliveries("ANOTHER", 1).get(0);
        assertThat(Damage.to(ledger, "event", "document", "case_id = " + CaseRow.of(Sample.CASE) + " and seq = 1"))
                .isEqualTo(1);

        ClaimedDelivery damaged = claim(lane.get(0)).orElseThrow();
        assertThat(damaged.opens()).isFalse();
        assertThat(claim(whole).orElseThrow().opens()).isTrue();
        settle(damaged, Sample.held(Outcome.NOT_SENT));
        assertThat(claim(lane.get(1))).isEmpty();
        assertThat(ledger.skip(damaged.id(), "staff", "damaged").join()).isTrue();
        assertThat(claim(lane.get(1)).orElseThrow().opens()).isTrue();
    }

    @Test
    void oneOfAFeedIsClaimedWithTheOthers() {
        caseWithDeliveries(Sample.CASE, 1);
        caseWithDeliveries("ANOTHER", 1);
        Damage.to(ledger, "event", "document", "case_id = " + CaseRow.of(Sample.CASE));

        FeedBatch batch =
                ledger.claimFeed("hotline", "worker", LEASE, 10).join().orElseThrow();

        assertThat(batch.members()).extracting(ClaimedDelivery::opens).containsExactly(false, true);
    }

    @Test
    void onlyTheHeadOfALaneIsRungAndClaimed() {
        List<Long> lane = caseWithDeliveries(Sample.CASE, 3);
        ringing.hears(Ringing.delivery(lane.get(0)));

        ClaimedDelivery claimed = claim(lane.get(2)).orElseThrow();

        assertThat(claimed.id()).isEqualTo(lane.get(0));
        assertThat(claimed.seq()).isEqualTo(1);
        assertThat(claimed.attempt()).isEqualTo(1);
        assertThat(claimed.lastOutcome()).isNull();
        assertThat(claimed.leaseUntil()).isEqualTo(Sample.NOW.plus(LEASE));
        assertThat(claimed.document())
                .isEqualTo(Sample.event(Sample.CASE + "/1").document());
        assertThat(claim(lane.get(0))).isEmpty();
        assertThat(claim(lane.get(1))).isEmpty();
    }

    @Test
    void anAcknowledgedDeliveryMakesWayForTheNext() {
        List<Long> lane = caseWithDeliveries(Sample.CASE, 2);
        ringing.hears(Ringing.delivery(lane.get(0)));
        ringing.forget();

        assertThat(settle(claim(lane.get(0)).orElseThrow(), Sample.acknowledged()))
                .isTrue();

        ringing.hears(Ringing.delivery(lane.get(1)));
        assertThat(claim(lane.get(1)).orElseThrow().id()).isEqualTo(lane.get(1));
        StoredDelivery first = ledger.delivery(lane.get(0)).orElseThrow();
        assertThat(first.state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
        assertThat(first.peerReference()).isEqualTo("0210908155301000002");
        assertThat(first.mappingDigest()).isEqualTo("digest");
        assertThat(first.settledAt()).isEqualTo(Sample.NOW);
    }

    @Test
    void lanesDoNotBlockEachOther() {
        List<Long> stuck = caseWithDeliveries("A", 2);
        List<Long> free = caseWithDeliveries("B", 1);
        settle(claim(stuck.get(0)).orElseThrow(), Sample.held(Outcome.REFUSED));

        assertThat(claim(stuck.get(1))).isEmpty();
        assertThat(claim(free.get(0))).isPresent();
    }

    @Test
    void aDeliveryWaitsForItsDueTime() {
        List<Long> lane = caseWithDeliveries(Sample.CASE, 2);
        settle(claim(lane.get(0)).orElseThrow(), Sample.again(Outcome.NOT_SENT, Sample.NOW.plusSeconds(5)));

        assertThat(claim(lane.get(1))).isEmpty();
        clock.move(Duration.ofSeconds(5));
        ClaimedDelivery second = claim(lane.get(1)).orElseThrow();
        assertThat(second.id()).isEqualTo(lane.get(0));
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.lastOutcome()).isEqualTo("NOT_SENT");
    }

    @Test
    void anExpiredLeaseIsClaimedAgainWithItsOutcomeUnknown() {
        List<Long> lane = caseWithDeliveries(Sample.CASE, 1);
        ClaimedDelivery first = claim(lane.get(0)).orElseThrow();

        clock.move(LEASE);
        ClaimedDelivery second = claim(lane.get(0)).orElseThrow();

        assertThat(second.lastOutcome()).isEqualTo("UNKNOWN");
        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(ledger.attempts(lane.get(0)))
                .extracting(StoredAttempt::outcome, StoredAttempt::code)
                .containsExactly(tuple("UNKNOWN", "LEASE_RAN_OUT"));
    }

    @Test
    void aStaleFenceChangesNothing() {
        List<Long> lane = caseWithDeliveries(Sample.CASE, 1);
        ClaimedDelivery first = claim(lane.get(0)).orElseThrow();
        clock.move(LEASE);
        ClaimedDelivery second = claim(lane.get(0)).orElseThrow();

        assertThat(settle(first, Sample.acknowledged())).isFalse();
        assertThat(stateOf(lane.get(0))).isEqualTo(DeliveryState.CLAIMED);
        assertThat(settle(second, Sample.acknowledged())).isTrue();
        assertThat(settle(second, Sample.acknowledged())).isFalse();
        assertThat(ledger.attempts(lane.get(0))).hasSize(2);
    }

    @Test
    void anUnknownOutcomeIsNotForgottenByASendThatDidNotTakePlace() {
        List<Long> lane = caseWithDeliveries(Sample.CASE, 1);
        settle(claim(lane.get(0)).orElseThrow(), Sample.again(Outcome.UNKNOWN, Sample.NOW));
        settle(claim(lane.get(0)).orElseThrow(), Sample.again(Outcome.NOT_SENT, Sample.NOW));

        assertThat(claim(lane.get(0)).orElseThrow().lastOutcome()).isEqualTo("UNKNOWN");
    }

    @Test
    void aHeldDeliveryBlocksItsLaneExceptForIndependentOnes() {
        List<Long> lane = caseWithDeliveries(Sample.CASE, 2);
        settle(claim(lane.get(0)).orElseThrow(), Sample.held(Outcome.REFUSED));
        ringing.forget();
        assertThat(claim(lane.get(1))).isEmpty();

        long independent = addDelivery(Sample.CASE, true);

        ringing.hears(Ringing.delivery(independent));
        ClaimedDelivery claimed = claim(independent).orElseThrow();
        assertThat(claimed.id()).isEqualTo(independent);
        settle(claimed, Sample.acknowledged());
        assertThat(claim(lane.get(1))).isEmpty();
    }

    @Test
    void anIndependentDeliveryPassesOneThatWaitsForItsNextAttempt() {
        List<Long> lane = caseWithDeliveries(Sample.CASE, 2);
        settle(claim(lane.get(0)).orElseThrow(), Sample.again(Outcome.REFUSED, Sample.NOW.plusSeconds(5)));
        ringing.forget();

        long independent = addDelivery(Sample.CASE, true);

        ringing.hears(Ringing.delivery(independent));
        settle(claim(independent).orElseThrow(), Sample.acknowledged());
        assertThat(claim(lane.get(1))).isEmpty();
        clock.move(Duration.ofSeconds(5));
        assertThat(claim(lane.get(1)).orElseThrow().id()).isEqualTo(lane.get(0));
    }

    @Test
    void anIndependentDeliveryThatIsHeldOrWaitsStopsNobody() {
        long held = onlyIndependent();
        settle(claim(held).orElseThrow(), Sample.held(Outcome.REFUSED));
        long waiting = addDelivery(Sample.CASE, true);
        settle(claim(waiting).orElseThrow(), Sample.again(Outcome.REFUSED, Sample.NOW.plusSeconds(5)));
        ringing.forget();

        long next = addDelivery(Sample.CASE, false);

        ringing.hears(Ringing.delivery(next));
        assertThat(claim(next).orElseThrow().id()).isEqualTo(next);
        assertThat(stateOf(held)).isEqualTo(DeliveryState.HELD);
    }

    @Test
    void theSweepRingsForWhatMayPassAnIndependentDelivery() {
        long held = onlyIndependent();
        settle(claim(held).orElseThrow(), Sample.held(Outcome.REFUSED));
        ringing.forget();
        long next = addDelivery(Sample.CASE, false);
        ringing.hears(Ringing.delivery(next));
        ringing.forget();
        clock.move(Duration.ofMinutes(5));

        ledger.sweep();

        ringing.hears(Ringing.delivery(next));
    }

    private long onlyIndependent() {
        caseWithDeliveries(Sample.CASE, 0);
        return addDelivery(Sample.CASE, true);
    }

    @Test
    void anIndependentDeliveryDoesNotPassOneInFlight() {
        List<Long> lane = caseWithDeliveries(Sample.CASE, 1);
        claim(lane.get(0)).orElseThrow();

        assertThat(claim(addDelivery(Sample.CASE, true))).isEmpty();
    }

    @Test
    void aPartFollowsItsMessageAndKnowsTheNumberThePeerGave() {
        List<Long> lane = caseWithDeliveries(Sample.CASE, 1);
        long part = addPart(Sample.CASE, "text-2", false);
        long next = addDelivery(Sample.CASE, false);

        settle(claim(part).orElseThrow(), Sample.acknowledged());

        ClaimedDelivery second = claim(next).orElseThrow();
        assertThat(second.id()).isEqualTo(part);
        assertThat(second.seq()).isEqualTo(1);
        assertThat(second.part()).isEqualTo("text-2");
        assertThat(second.partOf()).isEqualTo("0210908155301000002");
        settle(second, Sample.again(Outcome.REFUSED, Sample.NOW.plusSeconds(5)));
        assertThat(claim(next)).isEmpty();
        clock.move(Duration.ofSeconds(5));
        assertThat(claim(next).orElseThrow().id()).isEqualTo(part);
        assertThat(stateOf(lane.get(0))).isEqualTo(DeliveryState.ACKNOWLEDGED);
    }

    @Test
    void anIndependentPartNeverPassesTheMessageItBelongsTo() {
        List<Long> lane = caseWithDeliveries(Sample.CASE, 2);
        long file = addPart(Sample.CASE, "file-1", true);
        settle(claim(lane.get(0)).orElseThrow(), Sample.held(Outcome.REFUSED));
        assertThat(claim(file)).isEmpty();

        ledger.skip(lane.get(0), "operator", "told by telephone").join();
        settle(claim(lane.get(1)).orElseThrow(), Sample.acknowledged());

        assertThat(claim(file).orElseThrow().part()).isEqualTo("file-1");
    }

    @Test
    void aHeldPartStopsWhatComesAfterIt() {
        List<Long> lane = caseWithDeliveries(Sample.CASE, 1);
        long part = addPart(Sample.CASE, "text-2", false);
        long next = addDelivery(Sample.CASE, false);
        settle(claim(lane.get(0)).orElseThrow(), Sample.acknowledged());
        settle(claim(part).orElseThrow(), Sample.held(Outcome.REFUSED));

        assertThat(claim(next)).isEmpty();
        assertThat(ledger.deliveries(Sample.CASE))
                .extracting(StoredDelivery::part)
                .containsExactly(null, "text-2", null);
    }

    @Test
    void aHeldDeliveryIsReplayedByAPersonWithAReason() {
        List<Long> lane = caseWithDeliveries(Sample.CASE, 2);
        settle(claim(lane.get(0)).orElseThrow(), Sample.held(Outcome.REFUSED));
        ringing.forget();

        assertThat(ledger.replay(lane.get(0), "operator", "mapping corrected").join())
                .isTrue();
        assertThat(ledger.replay(lane.get(0), "operator", "mapping corrected").join())
                .isFalse();

        ringing.hears(Ringing.delivery(lane.get(0)));
        assertThat(claim(lane.get(1)).orElseThrow().id()).isEqualTo(lane.get(0));
        StoredAttempt audit = ledger.attempts(lane.get(0)).get(1);
        assertThat(audit.outcome()).isEqualTo("REPLAYED");
        assertThat(audit.by()).isEqualTo("operator");
        assertThat(audit.reason()).isEqualTo("mapping corrected");
    }

    @Test
    void aSkippedDeliveryMakesWay() {
        List<Long> lane = caseWithDeliveries(Sample.CASE, 2);
        settle(claim(lane.get(0)).orElseThrow(), Sample.held(Outcome.REFUSED));
        ringing.forget();

        assertThat(ledger.skip(lane.get(0), "operator", "told by telephone").join())
                .isTrue();

        ringing.hears(Ringing.delivery(lane.get(1)));
        assertThat(claim(lane.get(1)).orElseThrow().id()).isEqualTo(lane.get(1));
        assertThat(stateOf(lane.get(0))).isEqualTo(DeliveryState.SKIPPED);
        assertThat(ledger.deliveriesIn(DeliveryState.SKIPPED, 10)).hasSize(1);
        assertThat(ledger.skip(lane.get(1), "operator", "no").join()).isFalse();
    }

    @Test
    void theSweepRingsWhatIsDueOnceInAWhile() {
        long message = accepted("W1", "lane");
        accepted("W2", "lane");
        List<Long> lane = caseWithDeliveries(Sample.CASE, 2);
        ringing.hears(Ringing.intake(message), Ringing.intake(message + 1), Ringing.delivery(lane.get(0)));
        ringing.forget();

        assertThat(ledger.sweep()).isEqualTo(2);
        assertThat(ledger.sweep()).isZero();
        clock.move(Duration.ofSeconds(30));
        assertThat(ledger.sweep()).isEqualTo(2);

        assertThat(ringing.heard())
                .containsExactly(
                        Ringing.intake(message),
                        Ringing.delivery(lane.get(0)),
                        Ringing.intake(message),
                        Ringing.delivery(lane.get(0)));
    }

    @Test
    void theSweepRingsARetryWhenItIsDue() {
        List<Long> lane = caseWithDeliveries(Sample.CASE, 1);
        ledger.sweep();
        settle(claim(lane.get(0)).orElseThrow(), Sample.again(Outcome.NOT_SENT, Sample.NOW.plusSeconds(2)));

        assertThat(ledger.sweep()).isZero();
        clock.move(Duration.ofSeconds(2));
        assertThat(ledger.sweep()).isEqualTo(1);
    }

    @Test
    void theSweepRingsAnExpiredLease() {
        List<Long> lane = caseWithDeliveries(Sample.CASE, 1);
        assertThat(claim(lane.get(0))).isPresent();

        assertThat(ledger.sweep()).isZero();
        clock.move(LEASE);
        assertThat(ledger.sweep()).isEqualTo(1);
    }

    @Test
    void aSweepGivesEveryPeerItsShare() {
        for (int i = 1; i <= 5; i++) {
            accepted("W" + i, "lane " + i);
        }
        long alert =
                ledger.accept(Sample.from("appointment", "A1", "alert")).join().messageId();
        ledger.close();
        ledger = open(new LedgerSettings(url(), null, null, 16, 100, 2, 2, 30, DataSize.ofMegabytes(1)));
        ringing.forget();

        assertThat(ledger.sweep()).isEqualTo(3);

        assertThat(ringing.heard())
                .containsExactly(
                        Ringing.intake(alert - 5),
                        Ringing.intake(alert - 4),
                        new Ring(Ring.Kind.INTAKE, "appointment", alert));
    }

    @Test
    void theBalanceAddsUp() {
        List<Long> lane = caseWithDeliveries("A", 3);
        settle(claim(lane.get(0)).orElseThrow(), Sample.acknowledged());
        settle(claim(lane.get(1)).orElseThrow(), Sample.held(Outcome.REFUSED));
        caseWithDeliveries("B", 1);

        assertThat(ledger.balance().deliveries())
                .containsExactlyInAnyOrder(
                        new LedgerBalance.Lane("hotline", DeliveryState.ACKNOWLEDGED, 1, Sample.NOW),
                        new LedgerBalance.Lane("hotline", DeliveryState.HELD, 1, Sample.NOW),
                        new LedgerBalance.Lane("hotline", DeliveryState.READY, 2, Sample.NOW));
        assertThat(ledger.open().deliveries())
                .containsExactly(
                        new LedgerBalance.Lane("hotline", DeliveryState.HELD, 1, Sample.NOW),
                        new LedgerBalance.Lane("hotline", DeliveryState.READY, 2, Sample.NOW));
        assertThat(ledger.deliveriesIn(DeliveryState.HELD, 10))
                .extracting(StoredDelivery::id)
                .containsExactly(lane.get(1));
    }

    @Test
    void aFeedTakesTheHeadsOfAllLanesUnderOneNumber() {
        List<Long> a = caseWithDeliveries("A", 2);
        List<Long> b = caseWithDeliveries("B", 1);

        FeedBatch first = claimFeed(100).orElseThrow();
        assertThat(first.feedSeq()).isEqualTo(1);
        assertThat(ids(first)).containsExactly(a.get(0), b.get(0));
        assertThat(claimFeed(100)).isEmpty();

        settle(first, Sample.acknowledged());
        FeedBatch second = claimFeed(100).orElseThrow();
        assertThat(second.feedSeq()).isEqualTo(2);
        assertThat(ids(second)).containsExactly(a.get(1));
    }

    @Test
    void aFeedNumberKeepsItsDeliveriesWhileTheOutcomeIsUnknown() {
        caseWithDeliveries("A", 1);
        caseWithDeliveries("B", 1);
        FeedBatch first = claimFeed(100).orElseThrow();
        settle(first, Sample.again(Outcome.UNKNOWN, Sample.NOW.plusSeconds(5)));
        caseWithDeliveries("C", 1);

        assertThat(claimFeed(100)).isEmpty();
        clock.move(Duration.ofSeconds(5));
        FeedBatch again = claimFeed(1).orElseThrow();

        assertThat(again.feedSeq()).isEqualTo(1);
        assertThat(ids(again)).isEqualTo(ids(first));
    }

    @Test
    void aFeedNumberKeepsItsDeliveriesWhenItsProcessDied() {
        caseWithDeliveries("A", 1);
        caseWithDeliveries("B", 1);
        FeedBatch first = claimFeed(100).orElseThrow();
        caseWithDeliveries("C", 1);

        clock.move(LEASE);
        FeedBatch again = claimFeed(100).orElseThrow();

        assertThat(again.feedSeq()).isEqualTo(1);
        assertThat(ids(again)).isEqualTo(ids(first));
        assertThat(again.members()).allMatch(member -> "UNKNOWN".equals(member.lastOutcome()));
    }

    @Test
    void aFeedNumberThatWasCertainlyNotTakenIsGivenOutAgain() {
        List<Long> a = caseWithDeliveries("A", 1);
        settle(claimFeed(100).orElseThrow(), Sample.held(Outcome.NOT_SENT));
        List<Long> b = caseWithDeliveries("B", 1);

        FeedBatch next = claimFeed(100).orElseThrow();

        assertThat(next.feedSeq()).isEqualTo(1);
        assertThat(ids(next)).containsExactly(b.get(0));
        settle(next, Sample.acknowledged());
        ledger.replay(a.get(0), "staff", "mended").join();
        assertThat(claimFeed(100).orElseThrow().feedSeq()).isEqualTo(2);
    }

    @Test
    void replayingOneOfAHeldFeedNumberReplaysAll() {
        List<Long> a = caseWithDeliveries("A", 1);
        caseWithDeliveries("B", 1);
        FeedBatch first = claimFeed(100).orElseThrow();
        settle(first, Sample.held(Outcome.UNKNOWN));
        caseWithDeliveries("C", 1);
        assertThat(claimFeed(100)).isEmpty();

        ledger.replay(a.get(0), "staff", "asked the peer").join();

        FeedBatch again = claimFeed(100).orElseThrow();
        assertThat(again.feedSeq()).isEqualTo(1);
        assertThat(ids(again)).isEqualTo(ids(first));
    }

    @Test
    void whatFindsNoRoomUnderAFeedNumberIsRung() {
        List<Long> a = caseWithDeliveries("A", 1);
        List<Long> b = caseWithDeliveries("B", 1);
        ringing.hears(Ringing.delivery(a.get(0)), Ringing.delivery(b.get(0)));
        ringing.forget();

        assertThat(claimFeed(1).orElseThrow().members()).hasSize(1);

        ringing.hears(Ringing.delivery(b.get(0)));
    }

    private Optional<FeedBatch> claimFeed(int limit) {
        return ledger.claimFeed("hotline", "worker", LEASE, limit).join();
    }

    private void settle(FeedBatch batch, Settlement settlement) {
        write(tx -> {
            batch.members()
                    .forEach(member -> assertThat(tx.settle(member, settlement)).isTrue());
            return true;
        });
    }

    private static List<Long> ids(FeedBatch batch) {
        return batch.members().stream().map(ClaimedDelivery::id).toList();
    }
}
