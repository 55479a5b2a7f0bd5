package org.hotlinegateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotlinegateway.ledger.DeskCopy.Judged;
import org.hotlinegateway.ledger.Fingerprint.Stage;
import org.hotlinegateway.ledger.Settlement.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every ledger keeps to about the desk, whatever database is under it. */
abstract class DeskContract extends LedgerFixture {
    private static final Fingerprint REFUSED = new Fingerprint(Stage.ANSWER, "E104", "hotline", "");
    private static final int A_MINUTE = 600;
    private static final int IN_FLIGHT = 100;

    @Test
    void whatFailsAlikeIsOneGroup() {
        heldCase("A");
        clock.move(Duration.ofMinutes(1));
        heldCase("B");
        hold(caseWithDeliveries("C", 1).get(0), "UNMAPPABLE", "REQUIRED BODY.SQBT");
        parked("W1", "HALL_UNKNOWN: mappings/tables/halls.csv: no hall with code X");

        assertThat(desk().groups())
                .extracting(DeskGroup::fingerprint, DeskGroup::count, DeskGroup::cases)
                .containsExactly(
                        tuple(REFUSED, 2L, 2L),
                        tuple(new Fingerprint(Stage.MAP, "REQUIRED", "hotline", "BODY.SQBT"), 1L, 1L),
                        tuple(
                                new Fingerprint(Stage.DECIDE, "HALL_UNKNOWN", "window", "mappings/tables/halls.csv"),
                                1L,
                                1L));
        DeskGroup refused = desk().groups().get(0);
        assertThat(refused.first()).isEqualTo(Sample.NOW);
        assertThat(refused.last()).isEqualTo(Sample.NOW.plusSeconds(60));
        assertThat(desk().items(refused, 0, 10)).extracting(DeskItem::subject).containsExactly("A", "B");
        assertThat(desk().items(refused, 0, 1)).hasSize(1);
    }

    @Test
    void whatFailsAgainInTheSameWayHasFailedSinceTheFirstTime() {
        long id = heldCase("A");
        clock.move(Duration.ofHours(1));
        ledger.replay(id, "operator", "try").join();
        hold(id);

        DeskGroup group = desk().groups().get(0);
        assertThat(group.first()).isEqualTo(Sample.NOW);
        assertThat(group.last()).isEqualTo(Sample.NOW.plusSeconds(3600));
    }

    @Test
    void whatNoLongerWaitsIsInNoGroup() {
        ledger.replay(heldCase("A"), "operator", "try").join();
        ledger.skip(heldCase("B"), "operator", "not needed").join();
        apply(replayed(parked("W1", "X_UNKNOWN: no such thing")));

        assertThat(desk().groups()).isEmpty();
    }

    @Test
    void nothingExpiresByItself() {
        heldCase("A");
        parked("W1", "X_UNKNOWN: no such thing");
        DeskSelection selection = freeze(DeskFilter.ofGroup(group()));

        clock.move(Duration.ofDays(3650));
        ledger.sweep();
        desk().forget(clock.instant()).join();

        assertThat(desk().groups()).extracting(DeskGroup::count).containsExactly(1L, 1L);
        assertThat(desk().selection(selection.id()).orElseThrow().count(MemberState.WAITING))
                .isEqualTo(1);
        assertThat(desk().members(selection.id(), 0, 10)).hasSize(1);
    }

    @Test
    void onlyTheReasonOfWhatCameToItsEndIsForgotten() {
        ledger.skip(heldCase("A"), "operator", "not needed").join();
        heldCase("B");
        clock.move(Duration.ofDays(8));

        assertThat(desk().forget(clock.instant()).join()).isEqualTo(1);
        assertThat(desk().groups()).extracting(DeskGroup::count).containsExactly(1L);
    }

    @Test
    void aSelectionIsFrozen() {
        long first = heldCase("A");
        DeskSelection selection = freeze(DeskFilter.ofGroup(group()));
        heldCase("B");

        assertThat(desk().members(selection.id(), 0, 10))
                .containsExactly(new DeskMember(1, DeskSide.DELIVERY, first, MemberState.WAITING, null, null, null));
        assertThat(selection.state()).isEqualTo(SelectionState.FROZEN);
        assertThat(desk().actsOn("SELECTION " + selection.id()))
                .extracting(DeskAct::act, DeskAct::by, DeskAct::reason)
                .containsExactly(tuple("SELECT", "operator", "peer mended"));
    }

    @Test
    void aSelectionTakesWhatTheFilterSays() {
        long a = heldCase("A");
        heldCase("B");
        long mapped = caseWithDeliveries("C", 1).get(0);
        hold(mapped, "UNMAPPABLE", "REQUIRED BODY.SQBT");
        long message = parked("W1", "X_UNKNOWN: no such thing");

        assertThat(selected(new DeskFilter(null, null, null, null, null, null, null, List.of())))
                .hasSize(4);
        assertThat(selected(new DeskFilter(null, null, Stage.MAP, null, "hotline", null, null, List.of())))
                .containsExactly(mapped);
        assertThat(selected(new DeskFilter(null, DeskSide.MESSAGE, null, null, null, null, null, List.of())))
                .containsExactly(message);
        assertThat(selected(
                        new DeskFilter(null, DeskSide.DELIVERY, null, "E104", null, null, null, List.of(a, mapped))))
                .containsExactly(a);
        assertThat(selected(new DeskFilter(null, null, null, null, null, null, Sample.NOW, List.of())))
                .isEmpty();
    }

    @Test
    void theRestFollowsOnlyAfterOneHealed() {
        List<Long> held = heldCases(3);
        long selection = freeze(DeskFilter.ofGroup(group())).id();

        assertThat(rest(selection)).isEqualTo(Begun.NOT_TRIED);
        assertThat(tryOne(selection)).isEqualTo(Begun.DONE);
        assertThat(states(held)).containsExactly(DeliveryState.READY, DeliveryState.HELD, DeliveryState.HELD);
        assertThat(tryOne(selection)).isEqualTo(Begun.AT_WORK);
        step(selection);
        assertThat(state(selection)).isEqualTo(SelectionState.TRYING);

        acknowledge(held.get(0));
        step(selection);
        assertThat(state(selection)).isEqualTo(SelectionState.TRIED);
        assertThat(desk().atWork()).isEmpty();
        assertThat(rest(selection)).isEqualTo(Begun.DONE);
    }

    @Test
    void oneThatFailsAgainHoldsTheRestBackUnlessAReasonIsGiven() {
        List<Long> held = heldCases(3);
        long selection = freeze(DeskFilter.ofGroup(group())).id();
        tryOne(selection);
        hold(held.get(0));
        step(selection);

        assertThat(state(selection)).isEqualTo(SelectionState.TRY_FAILED);
        assertThat(rest(selection)).isEqualTo(Begun.NOT_TRIED);
        assertThat(desk().rest(selection, A_MINUTE, "operator", "go", Optional.of("its case is another matter"))
                        .join())
                .isEqualTo(Begun.DONE);
        assertThat(desk().selection(selection).orElseThrow().overrideReason()).isEqualTo("its case is another matter");
        assertThat(desk().groups().get(0).count()).isEqualTo(3);
    }

    @Test
    void theRestIsSentNoFasterThanAskedAndNoMoreThanMayBeInFlight() {
        List<Long> held = heldCases(12);
        long selection = triedOne(held);
        rest(selection);
        step(selection);
        assertThat(count(selection, MemberState.SENT)).isZero();

        clock.move(Duration.ofMillis(350));
        step(selection);
        assertThat(count(selection, MemberState.SENT)).isEqualTo(3);
        clock.move(Duration.ofMillis(50));
        step(selection);
        assertThat(count(selection, MemberState.SENT)).isEqualTo(4);
        clock.move(Duration.ofHours(1));
        desk().step(selection, "one", LEASE, 6).join();
        assertThat(count(selection, MemberState.SENT)).isEqualTo(6);
    }

    @Test
    void aMemberIsHealedOnlyByAnAcknowledgementAndFailuresAreCountedAndBackAtTheDesk() {
        List<Long> held = heldCases(4);
        long selection = triedOne(held);
        rest(selection);
        sendAll(selection);
        assertThat(count(selection, MemberState.SENT)).isEqualTo(3);

        acknowledge(held.get(1));
        hold(held.get(2));
        step(selection);
        assertThat(count(selection, MemberState.HEALED)).isEqualTo(2);
        assertThat(count(selection, MemberState.FAILED)).isEqualTo(1);
        assertThat(state(selection)).isEqualTo(SelectionState.REPLAYING);
        assertThat(desk().members(selection, 2, 1).get(0).note()).isEqualTo("E104");

        acknowledge(held.get(3));
        step(selection);
        assertThat(state(selection)).isEqualTo(SelectionState.DONE);
        assertThat(desk().groups().get(0).count()).isEqualTo(1);
    }

    @Test
    void parkedMessagesAreHealedOnceTheyAreDecided() {
        long first = parked("W1", "X_UNKNOWN: no such thing");
        long second = parked("W2", "X_UNKNOWN: no such thing");
        long selection = freeze(DeskFilter.ofGroup(group())).id();
        tryOne(selection);
        apply(first);
        step(selection);
        rest(selection);
        sendAll(selection);
        write(tx -> {
            tx.park(second, "Y_UNKNOWN: no such thing", null);
            return true;
        });
        step(selection);

        assertThat(desk().selection(selection).orElseThrow().members())
                .isEqualTo(Map.of(MemberState.HEALED, 1L, MemberState.FAILED, 1L));
    }

    @Test
    void whatAnotherPersonDealtWithMeanwhileIsLeftAlone() {
        List<Long> held = heldCases(3);
        long selection = triedOne(held);
        ledger.skip(held.get(1), "another", "not needed").join();
        rest(selection);
        sendAll(selection);

        assertThat(desk().members(selection, 1, 2))
                .extracting(DeskMember::state)
                .containsExactly(MemberState.GONE, MemberState.SENT);
    }

    @Test
    void cancelledWorkSendsNoMoreAndIsTakenUpAgain() {
        List<Long> held = heldCases(4);
        long selection = triedOne(held);
        rest(selection);
        clock.move(Duration.ofMillis(100));
        step(selection);
        assertThat(desk().cancel(selection, "operator", "wrong hour").join()).isTrue();
        clock.move(Duration.ofMinutes(10));
        step(selection);
        assertThat(state(selection)).isEqualTo(SelectionState.CANCELLING);
        acknowledge(held.get(1));
        step(selection);
        assertThat(state(selection)).isEqualTo(SelectionState.CANCELLED);
        assertThat(count(selection, MemberState.WAITING)).isEqualTo(2);
        assertThat(desk().cancel(selection, "operator", "again").join()).isFalse();

        assertThat(rest(selection)).isEqualTo(Begun.DONE);
        sendAll(selection);
        assertThat(count(selection, MemberState.SENT)).isEqualTo(2);
    }

    @Test
    void twoProcessesDoNotWorkOnOneSelectionAndOneTakesOverWhenTheOtherDies() {
        List<Long> held = heldCases(6);
        long selection = triedOne(held);
        rest(selection);
        clock.move(Duration.ofMillis(250));
        step(selection);

        assertThat(desk().step(selection, "two", LEASE, IN_FLIGHT).join()).isFalse();
        clock.move(LEASE.plusMillis(1));
        assertThat(desk().step(selection, "two", LEASE, IN_FLIGHT).join()).isTrue();
        assertThat(desk().step(selection, "one", LEASE, IN_FLIGHT).join()).isFalse();

        held.forEach(id -> assertThat(ledger.attempts(id))
                .filteredOn(attempt -> attempt.outcome().equals("REPLAYED"))
                .hasSize(1));
        assertThat(count(selection, MemberState.WAITING)).isZero();
    }

    @Test
    void aRestartGoesOnWhereItStopped() {
        List<Long> held = heldCases(6);
        long selection = triedOne(held);
        rest(selection);
        clock.move(Duration.ofMillis(200));
        step(selection);
        ledger.close();

        ledger = open();
        clock.move(LEASE.plusMillis(1));
        assertThat(desk().atWork()).containsExactly(selection);
        desk().step(selection, "after the restart", LEASE, IN_FLIGHT).join();
        held.forEach(id -> assertThat(ledger.attempts(id))
                .filteredOn(attempt -> attempt.outcome().equals("REPLAYED"))
                .hasSize(1));
        held.stream().skip(1).forEach(this::acknowledge);
        desk().step(selection, "after the restart", LEASE, IN_FLIGHT).join();
        assertThat(state(selection)).isEqualTo(SelectionState.DONE);
        assertThat(count(selection, MemberState.HEALED)).isEqualTo(6);
    }

    @Test
    void aDiscardedSelectionIsPutBack() {
        List<Long> held = heldCases(3);
        long message = parked("W1", "X_UNKNOWN: no such thing");
        long selection = freeze(new DeskFilter(null, null, null, null, null, null, null, List.of()))
                .id();
        assertThat(desk().undo(selection, "operator", "nothing yet").join()).isEqualTo(Begun.NOTHING_LEFT);
        desk().discard(selection, "operator", "a test of theirs").join();
        step(selection);
        assertThat(state(selection)).isEqualTo(SelectionState.DISCARDED);
        assertThat(states(held)).containsOnly(DeliveryState.SKIPPED);
        assertThat(ledger.message(message).orElseThrow().state()).isEqualTo(MessageState.DISCARDED);
        assertThat(desk().groups()).isEmpty();

        desk().undo(selection, "operator", "no test at all").join();
        step(selection);
        assertThat(state(selection)).isEqualTo(SelectionState.UNDONE);
        assertThat(count(selection, MemberState.RESTORED)).isEqualTo(4);
        assertThat(states(held)).containsOnly(DeliveryState.HELD);
        assertThat(ledger.message(message).orElseThrow().reason()).isEqualTo("X_UNKNOWN: no such thing");
        assertThat(desk().groups()).extracting(DeskGroup::count).containsExactly(3L, 1L);
        assertThat(ledger.attempts(held.get(0)))
                .extracting(StoredAttempt::outcome)
                .containsExactly("REFUSED", "SKIPPED", "RESTORED");
    }

    @Test
    void aDiscardIsUndoneWhileNothingLaterOfTheLaneWentOut() {
        List<Long> lane = caseWithDeliveries("A", 2);
        hold(lane.get(0));
        ledger.skip(lane.get(0), "operator", "not needed").join();

        assertThat(undo(lane.get(0))).isEqualTo(Undone.DONE);
        assertThat(undo(lane.get(0))).isEqualTo(Undone.NOT_DISCARDED);
        assertThat(stateOf(lane.get(0))).isEqualTo(DeliveryState.HELD);
        assertThat(claim(lane.get(1))).isEmpty();
        assertThat(desk().groups()).hasSize(1);
    }

    @Test
    void aDiscardIsNotUndoneOnceALaterOneOfTheLaneMayHaveGoneOut() {
        List<Long> lane = caseWithDeliveries("A", 2);
        hold(lane.get(0));
        ledger.skip(lane.get(0), "operator", "not needed").join();
        ClaimedDelivery later = claim(lane.get(1)).orElseThrow();
        assertThat(undo(lane.get(0))).isEqualTo(Undone.OVERTAKEN);
        settle(later, Sample.acknowledged());

        assertThat(undo(lane.get(0))).isEqualTo(Undone.OVERTAKEN);
        assertThat(stateOf(lane.get(0))).isEqualTo(DeliveryState.SKIPPED);
    }

    @Test
    void anIndependentDeliveryIsPutBackWhateverWentOutMeanwhile() {
        caseWithDeliveries("A", 1);
        long independent = addDelivery("A", true);
        long later = addDelivery("A", false);
        acknowledge(ledger.deliveries("A").get(0).id());
        hold(independent);
        ledger.skip(independent, "operator", "not needed").join();
        acknowledge(later);

        assertThat(undo(independent)).isEqualTo(Undone.DONE);
    }

    @Test
    void aMessagePutBackWaitsForItsTableAgainAndElseForAPerson() {
        long table = parked("W1", "TABLE_MISS causes", "table:causes;x;y;z");
        long order = parked("W2", "ORDER_UNKNOWN: no case", "order:hotline/1");
        for (long id : List.of(table, order)) {
            desk().discard(DeskSide.MESSAGE, id, "operator", "not needed").join();
            assertThat(desk().undo(DeskSide.MESSAGE, id, "operator", "needed").join())
                    .isEqualTo(Undone.DONE);
        }

        assertThat(ledger.message(table).orElseThrow().waitingOn()).isEqualTo("table:causes;x;y;z");
        assertThat(ledger.message(order).orElseThrow().waitingOn()).isNull();
        assertThat(desk().discard(DeskSide.MESSAGE, 4711, "operator", "no such").join())
                .isFalse();
    }

    @Test
    void aCopyGoesInPlaceOfTheOriginalOnceASecondPersonApproved() {
        long id = heldCase("A");
        long copy = keepCopy(DeskSide.DELIVERY, id);

        assertThat(ledger.replay(id, "editor", "go").join()).isFalse();
        assertThat(judge(copy, "editor")).isEqualTo(Judged.SAME_PERSON);
        assertThat(judge(copy, "second")).isEqualTo(Judged.DONE);
        assertThat(judge(copy, "third")).isEqualTo(Judged.NOT_WAITING);
        assertThat(ledger.replay(id, "editor", "go").join()).isTrue();

        ClaimedDelivery claimed = claim(id).orElseThrow();
        assertThat(claimed.document()).isEqualTo(Sample.bytes("{\"corrected\":true}"));
        assertThat(claimed.copied()).isTrue();
        assertThat(desk().document(id).orElseThrow()).isEqualTo(Sample.bytes("{\"id\":\"A/1\"}"));
    }

    @Test
    void aMessagesCopyIsNamedByItAndTheOriginalStays() {
        long id = parked("W1", "X_UNKNOWN: no such thing");
        long copy = keepCopy(DeskSide.MESSAGE, id);
        assertThat(ledger.message(id).orElseThrow().copyId()).isNull();
        assertThat(ledger.replayMessage(id, "editor", "go").join()).isFalse();
        judge(copy, "second");

        StoredMessage message = ledger.message(id).orElseThrow();
        assertThat(message.copyId()).isEqualTo(copy);
        assertThat(message.raw()).isEqualTo(Sample.bytes("body of W1"));
        assertThat(desk().copy(copy).orElseThrow().content()).isEqualTo(Sample.bytes("{\"corrected\":true}"));
    }

    @Test
    void everyCopyIsKeptWithWhoEditedAndWhoJudged() {
        long id = parked("W1", "X_UNKNOWN: no such thing");
        keepCopy(DeskSide.MESSAGE, id);
        long second = keepCopy(DeskSide.MESSAGE, id);
        assertThat(desk().copiesWaiting(10)).extracting(DeskCopy::id).containsExactly(second);
        desk().judge(second, false, "second", "wrong field").join();

        assertThat(desk().copies(DeskSide.MESSAGE, id))
                .extracting(DeskCopy::state, DeskCopy::editedBy, DeskCopy::judgedBy, DeskCopy::judgeReason)
                .containsExactly(
                        tuple(CopyState.REJECTED, "editor", "editor", "edited again"),
                        tuple(CopyState.REJECTED, "editor", "second", "wrong field"));
        assertThat(ledger.replayMessage(id, "editor", "as it is").join()).isTrue();
        assertThat(desk().keepCopy(DeskSide.MESSAGE, id, new byte[0], "editor", "late")
                        .join())
                .isEmpty();
    }

    @Test
    void aCopyOfWhatWentOnByItselfIsOvertaken() {
        long id = parked("W1", "TABLE_MISS causes", "table:causes;x;y;z");
        long copy = keepCopy(DeskSide.MESSAGE, id);
        release("table:causes;x;y;z");
        apply(id);

        assertThat(judge(copy, "second")).isEqualTo(Judged.OVERTAKEN);
        assertThat(desk().copy(copy).orElseThrow().state()).isEqualTo(CopyState.OVERTAKEN);
    }

    @Test
    void aSelectionCountsAMemberWhoseCopyWaitsAsFailed() {
        List<Long> held = heldCases(2);
        long selection = freeze(DeskFilter.ofGroup(group())).id();
        keepCopy(DeskSide.DELIVERY, held.get(0));
        tryOne(selection);

        assertThat(desk().members(selection, 0, 2))
                .extracting(DeskMember::state, DeskMember::note)
                .containsExactly(tuple(MemberState.FAILED, "COPY_WAITS"), tuple(MemberState.SENT, null));
    }

    private DeskBook desk() {
        return ledger.desk();
    }

    private long heldCase(String caseNo) {
        long id = caseWithDeliveries(caseNo, 1).get(0);
        hold(id);
        return id;
    }

    private List<Long> heldCases(int count) {
        List<Long> held = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            held.add(heldCase("case " + i));
        }
        return held;
    }

    private void hold(long id) {
        hold(id, "E104", "the peer's sentence");
    }

    private void hold(long id, String code, String text) {
        Outcome outcome = code.equals("UNMAPPABLE") ? Outcome.NOT_SENT : Outcome.REFUSED;
        Settlement held = new Settlement(
                outcome, DeliveryState.HELD, null, code, text, null, "digest", clock.instant(), Duration.ofMillis(3));
        assertThat(settle(claim(id).orElseThrow(), held)).isTrue();
    }

    private void acknowledge(long id) {
        assertThat(settle(claim(id).orElseThrow(), Sample.acknowledged())).isTrue();
    }

    private long parked(String key, String reason) {
        return parked(key, reason, null);
    }

    private long parked(String key, String reason, @Nullable String waitingOn) {
        return ledger.accept(Sample.parked(key, key, reason, waitingOn)).join().messageId();
    }

    private long replayed(long messageId) {
        assertThat(ledger.replayMessage(messageId, "operator", "try").join()).isTrue();
        return messageId;
    }

    private long group() {
        return desk().groups().get(0).id();
    }

    private DeskSelection freeze(DeskFilter filter) {
        return desk().freeze(filter, A_MINUTE, "operator", "peer mended").join();
    }

    private List<Long> selected(DeskFilter filter) {
        return desk().members(freeze(filter).id(), 0, 100).stream()
                .map(DeskMember::id)
                .toList();
    }

    private Begun tryOne(long selection) {
        return desk().tryOne(selection, A_MINUTE, "operator", "try one").join();
    }

    private Begun rest(long selection) {
        return desk().rest(selection, A_MINUTE, "operator", "the rest", Optional.empty())
                .join();
    }

    /** A selection of these, the first of which healed. */
    private long triedOne(List<Long> held) {
        long selection = freeze(DeskFilter.ofGroup(group())).id();
        tryOne(selection);
        acknowledge(held.get(0));
        step(selection);
        return selection;
    }

    private void step(long selection) {
        desk().step(selection, "one", LEASE, IN_FLIGHT).join();
    }

    private void sendAll(long selection) {
        while (count(selection, MemberState.WAITING) > 0) {
            clock.move(Duration.ofSeconds(1));
            step(selection);
        }
    }

    private long count(long selection, MemberState state) {
        return desk().selection(selection).orElseThrow().count(state);
    }

    private SelectionState state(long selection) {
        return desk().selection(selection).orElseThrow().state();
    }

    private List<DeliveryState> states(List<Long> ids) {
        return ids.stream().map(this::stateOf).toList();
    }

    private Undone undo(long id) {
        return desk().undo(DeskSide.DELIVERY, id, "operator", "needed after all")
                .join();
    }

    private long keepCopy(DeskSide side, long id) {
        return desk().keepCopy(side, id, Sample.bytes("{\"corrected\":true}"), "editor", "their typing error")
                .join()
                .orElseThrow();
    }

    private Judged judge(long copy, String by) {
        return desk().judge(copy, true, by, "as agreed with the hall").join();
    }
}
