package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hotlinegateway.ledger.Finding.Cure;
import org.hotlinegateway.ledger.Finding.Kind;
import org.hotlinegateway.ledger.Reconciliations.Tried;
import org.hotlinegateway.ledger.Recorded.Place;
import org.hotlinegateway.ledger.Settlement.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ledger keeps of reconciliations, whatever database is under it. */
abstract class ReconcileContract extends LedgerFixture {
    private static final Instant SINCE = Sample.NOW.minus(Duration.ofHours(1));
    private static final Instant UNTIL = Sample.NOW.plus(Duration.ofHours(1));
    private static final Duration LEASED = Duration.ofMinutes(2);

    private final List<String> adopted = new ArrayList<>();
    private Reconciliations reconciliations;

    @BeforeEach
    void reconciliations() {
        reconciliations = new SqlReconciliations(ledger);
    }

    @Test
    void aRunOfOneNameBeginsOnce() {
        assertThat(begin("daily/hotline/1")).isEqualTo(begin("daily/hotline/1"));
        assertThat(reconciliations.runs("hotline", 10)).hasSize(1);
        assertThat(reconciliations.runs("window", 10)).isEmpty();
    }

    @Test
    void anotherGoesOnWhereAKilledOneStoppedAndTheKilledOneChangesNothing() {
        long run = begin("a").id();
        assertThat(claimed("killed")).isEqualTo(run);
        reconciliations
                .keepPage(run, "killed", List.of(theirs("K1", "1")), "next", false)
                .join();

        assertThat(reconciliations.claim("other", LEASED).join()).isEmpty();
        clock.move(LEASED);
        ReconcileRun taken = reconciliations.claim("other", LEASED).join().orElseThrow();

        assertThat(taken.cursor()).isEqualTo("next");
        assertThat(reconciliations.lastPage(taken)).containsExactly("K1");
        assertThat(reconciliations
                        .keepPage(run, "killed", List.of(theirs("K9", "9")), null, true)
                        .join())
                .isEmpty();
        assertThat(reconciliations.finish(run, "killed", 0).join()).isFalse();
        assertThat(reconciliations.entries(run)).containsExactly(theirs("K1", "1"));
    }

    @Test
    void aPageReadTwiceIsKeptOnceAndTheListIsForgottenAtTheEnd() {
        long run = begin("a").id();
        claimed("me");
        List<PeerEntry> page = List.of(theirs("K1", "1"), theirs("K1", "2"), theirs("K2", null));
        reconciliations.keepPage(run, "me", page, "c", false).join();
        ReconcileRun after =
                reconciliations.keepPage(run, "me", page, null, true).join().orElseThrow();

        assertThat(after.state()).isEqualTo(ReconcileRun.State.COMPARING);
        assertThat(List.of(after.pages(), after.entries())).containsExactly(2, 3);
        assertThat(reconciliations.finish(run, "me", 3).join()).isTrue();
        assertThat(reconciliations.entries(run)).isEmpty();
        assertThat(reconciliations.run(run).orElseThrow().state()).isEqualTo(ReconcileRun.State.DONE);
    }

    @Test
    void aFailedRunComesAgainWhenItIsDueAndAfterTheLastTryNever() {
        long run = begin("a").id();
        claimed("me");
        reconciliations
                .failed(run, "me", "no answer", Sample.NOW.plusSeconds(30))
                .join();
        assertThat(reconciliations.claim("me", LEASED).join()).isEmpty();

        clock.move(Duration.ofSeconds(30));
        assertThat(claimed("me")).isEqualTo(run);
        reconciliations.failed(run, "me", "no answer", null).join();

        assertThat(reconciliations.claim("me", LEASED).join()).isEmpty();
        assertThat(reconciliations.run(run).orElseThrow().state()).isEqualTo(ReconcileRun.State.FAILED);
    }

    @Test
    void oneRunOfAPeerWaitsForTheOther() {
        long first = begin("a").id();
        long second = begin("b").id();
        assertThat(claimed("me")).isEqualTo(first);
        assertThat(reconciliations.claim("other", LEASED).join()).isEmpty();
        reconciliations.failed(first, "me", "given up", null).join();
        assertThat(claimed("other")).isEqualTo(second);
    }

    @Test
    void oursAreWhatWasTriedInThePeriodAndWhatIsOpen() {
        List<Long> ids = caseWithDeliveries(Sample.CASE, 2);
        settle(claim(ids.get(0)).orElseThrow(), Sample.acknowledged());
        settle(claim(ids.get(1)).orElseThrow(), Sample.held(Outcome.UNKNOWN));

        Period period = new Period(SINCE, UNTIL, "hotline");
        List<Tried> tried = reconciliations.tried(period, Place.startOf(period), 10);

        assertThat(tried).extracting(one -> one.entry().deliveryId()).containsExactlyElementsOf(ids);
        OurEntry first = tried.get(0).entry();
        assertThat(first.number()).isEqualTo("0210908155301000002");
        assertThat(first.document()).isEqualTo(Sample.event(Sample.CASE + "/1").document());
        assertThat(reconciliations.tried(period, tried.get(0).attempt(), 10)).hasSize(1);
        assertThat(reconciliations.tried(new Period(UNTIL, UNTIL, "hotline"), new Place(UNTIL, 0), 10))
                .isEmpty();
        assertThat(reconciliations.openAt("hotline"))
                .extracting(OurEntry::deliveryId)
                .containsExactly(ids.get(1));
        assertThat(reconciliations.openAt("window")).isEmpty();
    }

    @Test
    void oneOfOursThatIsDamagedHasNoKeyAndIsListedAllTheSame() {
        long id = caseWithDeliveries(Sample.CASE, 1).get(0);
        settle(claim(id).orElseThrow(), Sample.held(Outcome.UNKNOWN));
        Damage.to(ledger, "event", "document", "seq = 1");

        assertThat(reconciliations.openAt("hotline"))
                .extracting(one -> new String(one.document(), StandardCharsets.UTF_8))
                .containsExactly("{}");
    }

    @Test
    void whatWasBegunBeforeThePeriodMovesTheBeginOfTheQuestion() {
        long id = caseWithDeliveries(Sample.CASE, 1).get(0);
        settle(claim(id).orElseThrow(), Sample.again(Outcome.UNKNOWN, Sample.NOW));
        clock.move(Duration.ofHours(3));
        Settlement late = Sample.acknowledged();
        settle(
                claim(id).orElseThrow(),
                new Settlement(late.outcome(), late.next(), null, null, null, "1", "d", clock.instant(), late.took()));

        Instant since = Sample.NOW.plus(Duration.ofHours(2));
        ReconcileRun run = reconciliations
                .begin(new NewReconcileRun(
                        "a", "hotline", since, clock.instant().plusSeconds(1), "DAILY", "x", "y"))
                .join();

        assertThat(run.askedSince()).isEqualTo(Sample.NOW);
    }

    @Test
    void aLostDeliveryIsSentAgainOnceAndComesToAPersonWhenItIsLostAgain() {
        long id = caseWithDeliveries(Sample.CASE, 1).get(0);
        settle(claim(id).orElseThrow(), Sample.acknowledged());

        Finding cured = note(1, oursOnly(id), Cure.RESEND);
        assertThat(cured.state()).isEqualTo(Finding.State.CURED);
        assertThat(stateOf(id)).isEqualTo(DeliveryState.READY);
        assertThat(note(1, oursOnly(id), Cure.RESEND)).isEqualTo(cured);

        settle(claim(id).orElseThrow(), Sample.acknowledged());
        Finding again = note(2, oursOnly(id), Cure.RESEND);
        assertThat(again.state()).isEqualTo(Finding.State.OPEN);
        assertThat(stateOf(id)).isEqualTo(DeliveryState.ACKNOWLEDGED);
        assertThat(reconciliations.findings("hotline", true, 10)).containsExactly(again);
        assertThat(ledger.attempts(id)).extracting(StoredAttempt::outcome).contains("REPLAYED");
    }

    @Test
    void aHeldDeliveryThatThePeerHasIsAcknowledgedByItsListAndTheLaneGoesOn() {
        List<Long> ids = caseWithDeliveries(Sample.CASE, 2);
        settle(claim(ids.get(0)).orElseThrow(), Sample.held(Outcome.UNKNOWN));
        ringing.forget();

        Finding cured = note(
                1,
                new NewFinding(
                        "hotline",
                        Kind.DIFFERENT,
                        "K1",
                        ids.get(0),
                        Sample.CASE,
                        Sample.NOW,
                        "HELD/UNKNOWN",
                        "ACKNOWLEDGED GD-1",
                        "state",
                        "{}"),
                Cure.ADOPT);

        assertThat(cured.state()).isEqualTo(Finding.State.CURED);
        assertThat(ledger.delivery(ids.get(0)).orElseThrow().state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
        assertThat(adopted).containsExactly(Sample.CASE + "/1 GD-1");
        ringing.hears(new Ring(Ring.Kind.DELIVERY, "hotline", ids.get(1)));
    }

    @Test
    void whatAPersonLeavesAsItIsStaysLeftUntilItChanges() {
        long id = caseWithDeliveries(Sample.CASE, 1).get(0);
        Finding open = note(1, different(id, "ACKNOWLEDGED 2"), Cure.DESK);
        Finding dismissed = decide(open.id(), Cure.DESK);
        assertThat(dismissed.state()).isEqualTo(Finding.State.DISMISSED);
        assertThat(dismissed.doneBy()).isEqualTo("staff");

        assertThat(note(2, different(id, "ACKNOWLEDGED 2"), Cure.DESK).state()).isEqualTo(Finding.State.DISMISSED);
        assertThat(note(3, different(id, "ACKNOWLEDGED 3"), Cure.DESK).state()).isEqualTo(Finding.State.OPEN);
    }

    @Test
    void aFindingThatALaterRunOverItsTimeNoLongerSeesIsGone() {
        long id = caseWithDeliveries(Sample.CASE, 1).get(0);
        Finding open = note(0, different(id, "ACKNOWLEDGED 2"), Cure.DESK);
        long run = begin("a").id();
        claimed("me");
        reconciliations.keepPage(run, "me", List.of(), null, true).join();
        reconciliations.finish(run, "me", 1).join();

        assertThat(reconciliations.finding(open.id()).orElseThrow().state()).isEqualTo(Finding.State.GONE);
        assertThat(reconciliations.findings(null, true, 10)).isEmpty();
        assertThat(reconciliations.findings(null, false, 10)).hasSize(1);
    }

    @Test
    void whatTheLedgerDoesNotAllowIsNotDecided() {
        long id = caseWithDeliveries(Sample.CASE, 1).get(0);
        Finding open = note(1, different(id, "ACKNOWLEDGED 2"), Cure.DESK);
        assertThat(reconciliations
                        .decide(open.id(), Cure.ADOPT, "staff", "why", this::heard)
                        .join())
                .isEmpty();
        assertThat(reconciliations
                        .decide(4711, Cure.DESK, "staff", "why", this::heard)
                        .join())
                .isEmpty();
    }

    private ReconcileRun begin(String name) {
        return reconciliations
                .begin(new NewReconcileRun(name, "hotline", SINCE, UNTIL, "DAILY", "test", "why"))
                .join();
    }

    private long claimed(String owner) {
        return reconciliations.claim(owner, LEASED).join().orElseThrow().id();
    }

    private Finding note(long run, NewFinding finding, Cure cure) {
        return reconciliations.note(run, finding, cure, this::heard).join();
    }

    private Finding decide(long finding, Cure cure) {
        return reconciliations
                .decide(finding, cure, "staff", "why", this::heard)
                .join()
                .orElseThrow();
    }

    private void heard(LedgerTx tx, ClaimedDelivery delivery, Finding finding) {
        adopted.add(delivery.caseNo() + "/" + delivery.seq() + " " + finding.theirNumber());
    }

    private static PeerEntry theirs(String key, String number) {
        return new PeerEntry(key, number, PeerEntry.ACKNOWLEDGED, Sample.NOW, null);
    }

    private static NewFinding oursOnly(long id) {
        return new NewFinding(
                "hotline", Kind.OURS_ONLY, "K1", id, Sample.CASE, Sample.NOW, "ACKNOWLEDGED", null, null, null);
    }

    private static NewFinding different(long id, String theirs) {
        return new NewFinding(
                "hotline", Kind.DIFFERENT, "K1", id, Sample.CASE, Sample.NOW, "READY", theirs, "number", null);
    }
}
