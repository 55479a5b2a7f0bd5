package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hotlinegateway.ledger.Settlement.Outcome;
import org.hotlinegateway.ledger.Watched.Item;
import org.hotlinegateway.ledger.Watches.Outage;
import org.hotlinegateway.ledger.Watches.Pulse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What supervision finds in every ledger, whatever database is under it. */
abstract class WatchContract extends LedgerFixture {
    private static final Instant SINCE = Sample.NOW.minus(Duration.ofDays(1));
    private static final Instant LATER = Sample.NOW.plus(Duration.ofMinutes(1));

    private Watches watches;
    private Alerts alerts;

    @BeforeEach
    void watches() {
        watches = new SqlWatches(ledger);
        alerts = new SqlAlerts(ledger);
    }

    @Test
    void aMessageNeitherDecidedNorParkedIsFound() {
        apply(accepted("W1", "a"));
        accepted("W2", "b");
        ledger.accept(Sample.parked("W3", "c", "TABLE_MISS", "table:x")).join();

        assertThat(watches.undecided(Sample.NOW, 10).count()).isZero();
        Watched found = watches.undecided(LATER, 10);
        assertThat(found.count()).isEqualTo(1);
        assertThat(found.oldest()).isEqualTo(Sample.NOW);
        assertThat(found.items()).extracting(Item::peer).containsExactly("window");
    }

    @Test
    void onlyTheHeadOfALaneThatNobodyTriedIsFoundAndNotAtAPeerThatIsAway() {
        List<Long> ids = caseWithDeliveries(Sample.CASE, 2);
        assertThat(watches.untried(LATER, Set.of(), 10).count()).isEqualTo(1);
        assertThat(watches.untried(LATER, Set.of("hotline"), 10).count()).isZero();
        claim(ids.get(0));
        assertThat(watches.untried(LATER, Set.of(), 10).count()).isZero();
    }

    @Test
    void anEventOfWhichNobodyIsToldIsFound() {
        happened("HANDED_OFF", true);
        assertThat(watches.untold("HANDED_OFF", SINCE, LATER, 10).count()).isZero();
        write(tx -> tx.appendEvent(Sample.CASE, event("HANDED_OFF", "2")));
        assertThat(watches.untold("HANDED_OFF", SINCE, LATER, 10).items())
                .containsExactly(new Item(Sample.CASE, null, "HANDED_OFF", Sample.NOW));
        assertThat(watches.untold("CASE_CLOSED", SINCE, LATER, 10).count()).isZero();
    }

    @Test
    void aHandOffThatWasSentAndHasNoNumberIsFoundUntilThePeerSpeaks() {
        long id = happened("HANDED_OFF", true);
        assertThat(watches.withoutNumber(SINCE, LATER, 10).count()).isZero();
        settle(claim(id).orElseThrow(), numberless());
        assertThat(watches.withoutNumber(SINCE, LATER, 10).items())
                .containsExactly(new Item(Sample.CASE, "hotline", "ACKNOWLEDGED", Sample.NOW));
        assertThat(watches.withoutNumber(LATER, LATER, 10).count()).isZero();

        write(tx -> tx.appendEvent(Sample.CASE, event("hotline", "ORDER_ASSIGNED", "9")));
        assertThat(watches.withoutNumber(SINCE, LATER, 10).count()).isZero();
    }

    @Test
    void anOpenTimeLimitIsFoundAndTheCountGoesBeyondTheList() {
        for (int i = 0; i < 3; i++) {
            String caseNo = Sample.CASE.substring(0, 24) + "20" + i;
            Instant deadline = Sample.NOW.plusSeconds(i);
            write(tx -> {
                StoredCase c = Sample.newCase(caseNo);
                tx.insertCase(new StoredCase(
                        0, c.caseNo(), "ACCEPTED", c.hallCode(), deadline, 0, c.document(), c.updatedAt()));
                return true;
            });
        }
        Watched found = watches.deadlineUntil(Sample.NOW.plusSeconds(5), 2);
        assertThat(found.count()).isEqualTo(3);
        assertThat(found.items()).hasSize(2);
        assertThat(watches.deadlineUntil(Sample.NOW, 2).count()).isEqualTo(1);
    }

    @Test
    void openAndHeldDeliveriesAreFoundByTheirEvents() {
        List<Long> ids = caseWithDeliveries(Sample.CASE, 1);
        assertThat(watches.open("hotline", Set.of("CASE_REGISTERED", "x"), LATER, 10)
                        .count())
                .isEqualTo(1);
        assertThat(watches.open("window", Set.of("CASE_REGISTERED"), LATER, 10).count())
                .isZero();
        assertThat(watches.open(null, Set.of("OTHER"), LATER, 10).count()).isZero();
        assertThat(watches.held(Set.of("CASE_REGISTERED"), 10).count()).isZero();
        settle(claim(ids.get(0)).orElseThrow(), Sample.held(Outcome.REFUSED));
        assertThat(watches.held(Set.of("CASE_REGISTERED"), 10).count()).isEqualTo(1);
    }

    @Test
    void aResultWithNothingAfterItIsFound() {
        happened("RESULT", true);
        Set<String> after = Set.of("VISIT_RECORDED", "EVALUATION");
        assertThat(watches.withoutAfterResult(after, SINCE, LATER, 10).count()).isEqualTo(1);
        write(tx -> tx.appendEvent(Sample.CASE, event("VISIT_RECORDED", "2")));
        assertThat(watches.withoutAfterResult(after, SINCE, LATER, 10).count()).isZero();
    }

    @Test
    void aPulseTellsWhoWasHeardWhoAnsweredAndSinceWhenNobodyDid() {
        accepted("W1", "a");
        List<Long> ids = caseWithDeliveries(Sample.CASE, 1);
        fail(ids.get(0), "NOT_CONNECTED");
        clock.move(Duration.ofSeconds(10));
        fail(ids.get(0), "NOT_CONNECTED");
        watches.feelPulses().join();
        assertThat(watches.pulses())
                .containsExactly(
                        new Pulse("hotline", null, null, Sample.NOW), new Pulse("window", Sample.NOW, null, null));

        assertThat(new SqlWatches(ledger).feelPulses().join()).isFalse();
        settle(claim(ids.get(0)).orElseThrow(), Sample.acknowledged());
        watches.feelPulses().join();
        assertThat(watches.pulses().get(0)).isEqualTo(new Pulse("hotline", null, Sample.NOW, null));
    }

    @Test
    void whatThePeerCannotHelpIsNoSilence() {
        long id = caseWithDeliveries(Sample.CASE, 1).get(0);
        fail(id, "FAULT");
        watches.feelPulses().join();
        assertThat(watches.pulses()).isEmpty();
    }

    @Test
    void anOutageKeepsItsFirstEndAndItsMostWaiting() {
        watches.keep(new Outage("hotline", SINCE, null, null, 5)).join();
        watches.keep(new Outage("hotline", SINCE, Sample.NOW, null, 3)).join();
        assertThat(watches.openOutages()).containsExactly(new Outage("hotline", SINCE, Sample.NOW, null, 5));
        watches.keep(new Outage("hotline", SINCE, LATER, LATER, 3)).join();
        assertThat(watches.openOutages()).isEmpty();
        assertThat(watches.outages(5)).containsExactly(new Outage("hotline", SINCE, Sample.NOW, LATER, 5));
    }

    @Test
    void anAlertIsRaisedOnceAndSentOnceOnEachWayWhoeverTakesIt() {
        assertThat(raise("a")).isTrue();
        assertThat(raise("a")).isFalse();
        List<Alerts.Due> due = alerts.take(Duration.ofMinutes(2), 10).join();
        assertThat(due).extracting(Alerts.Due::way).containsExactlyInAnyOrder("MAIL", "WEBHOOK");
        assertThat(new SqlAlerts(ledger).take(Duration.ofMinutes(2), 10).join()).isEmpty();

        alerts.sent(due.get(0)).join();
        alerts.failed(due.get(1), "no answer", Sample.NOW.plusSeconds(15)).join();
        clock.move(Duration.ofSeconds(15));
        List<Alerts.Due> again = alerts.take(Duration.ofMinutes(2), 10).join();
        assertThat(again).extracting(Alerts.Due::way).containsExactly(due.get(1).way());
        assertThat(again.get(0).tries()).isEqualTo(2);
        alerts.failed(again.get(0), "no answer", null).join();
        clock.move(Duration.ofDays(1));
        assertThat(alerts.take(Duration.ofMinutes(2), 10).join()).isEmpty();
        assertThat(alerts.alerts(5).get(0).sends())
                .anyMatch(send -> send.sentAt() != null)
                .anyMatch(send -> send.givenUpAt() != null);
        assertThat(alerts.lastOf("TEST", "me")).contains(Sample.NOW);
    }

    @Test
    void anAlertOfAKilledProcessIsTakenAgainAfterItsLease() {
        raise("a");
        alerts.take(Duration.ofMinutes(2), 10).join();
        clock.move(Duration.ofMinutes(2));
        assertThat(alerts.take(Duration.ofMinutes(2), 10).join()).hasSize(2);
    }

    private boolean raise(String name) {
        return alerts.raise(name, "TEST", "me", "text", "{}", List.of("WEBHOOK", "MAIL"))
                .join();
    }

    private void fail(long id, String code) {
        Settlement s = Sample.again(Outcome.NOT_SENT, clock.instant());
        Settlement failed =
                new Settlement(s.outcome(), s.next(), s.due(), code, "text", null, null, clock.instant(), s.took());
        settle(claim(id).orElseThrow(), failed);
    }

    private static Settlement numberless() {
        Settlement s = Sample.acknowledged();
        return new Settlement(s.outcome(), s.next(), null, null, null, null, "d", Sample.NOW, s.took());
    }

    /** A case with one event of this type; the number of its delivery to the hotline, if it is told. */
    private long happened(String type, boolean told) {
        write(tx -> {
            tx.insertCase(Sample.newCase(Sample.CASE));
            int seq = tx.appendEvent(Sample.CASE, event(type, "1"));
            if (told) {
                tx.addDelivery(new NewDelivery("hotline", Sample.CASE, seq, type, tx.now(), false));
            }
            return true;
        });
        return ledger.deliveries(Sample.CASE).get(0).id();
    }

    private static NewEvent event(String type, String id) {
        return event("window:ZS-DQ", type, id);
    }

    private static NewEvent event(String source, String type, String id) {
        NewEvent e = Sample.event(source, id, null);
        return new NewEvent(
                e.source(),
                e.eventId(),
                type,
                e.version(),
                e.payloadHash(),
                e.occurredAt(),
                e.receivedAt(),
                e.stateBefore(),
                e.stateAfter(),
                e.late(),
                e.note(),
                e.messageId(),
                e.document());
    }
}
