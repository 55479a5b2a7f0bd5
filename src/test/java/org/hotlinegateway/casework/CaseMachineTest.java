package org.hotlinegateway.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotlinegateway.casework.SampleCase.NOW;
import static org.hotlinegateway.casework.SampleCase.RULES;
import static org.hotlinegateway.casework.SampleCase.event;
import static org.hotlinegateway.casework.SampleCase.payload;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hotlinegateway.casework.Case.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseMachineTest {
    private final CaseMachine machine = new CaseMachine(RULES);

    /** Letters of the peers told of the first entry: W, H (legacy), P, S, A. */
    @ParameterizedTest(name = "{0}: {1} + {3} from {2} = {5}")
    @CsvSource(delimiter = '|', maxCharsPerColumn = 2000, quoteCharacter = '`', textBlock = """
            2  | REGISTERED            | window:ZS-DQ   | RESULT              | {'result':'SOLVED','onSpot':false} | RESOLVED   | S    |
            2  | ACCEPTED              | window:ZS-DQ   | RESULT              | {'result':'SOLVED'}                | RESOLVED   | S    |
            2  | HANDED_OFF            | window:ZS-DQ   | RESULT              | {'result':'SOLVED'}                | RESOLVED   | H S  |
            3  | REGISTERED            | window:ZS-DQ   | TRACKING_CARD_ISSUED | CARD                              | AWAITING_SECOND_VISIT | S |
            3  | REGISTERED multi      | window:ZS-DQ   | TRACKING_CARD_ISSUED | CARD                              | REGISTERED |      | ILLEGAL
            3a | AWAITING_SECOND_VISIT | window:ZS-DQ   | TRACKING_CARD_ISSUED | CARD                              | AWAITING_SECOND_VISIT | S | SECOND_CARD
            4  | REGISTERED            | gateway        | CASE_ACCEPTED       | LIMIT                              | ACCEPTED   | W S  |
            4  | REGISTERED transfer   | gateway        | CASE_ACCEPTED       | LIMIT                              | REGISTERED |      | ILLEGAL
            5  | REGISTERED transfer   | gateway        | HANDED_OFF          | {'kind':'FUNCTIONAL_TRANSFER'}     | HANDED_OFF | M    |
            5  | REGISTERED            | gateway        | HANDED_OFF          | {'kind':'COORDINATION'}            | REGISTERED |      | ILLEGAL
            6  | ACCEPTED              | gateway        | HANDED_OFF          | {'kind':'COORDINATION'}            | HANDED_OFF | H    |
            7  | ACCEPTED              | window:ZS-DQ   | PROGRESS            | {'text':'协调中'}                   | HANDLING   | S    |
            8  | HANDED_OFF unlinked   | hotline-legacy | ORDER_LINKED        | {'orderNo':'021'}                  | HANDED_OFF | W    |
            8  | HANDED_OFF unlinked   | hotline-legacy | ORDER_LINKED        | {'orderNo':' '}                    | HANDED_OFF |      | ILLEGAL
            8  | HANDED_OFF            | hotline-legacy | ORDER_LINKED        | {'orderNo':'other'}                | HANDED_OFF |      | ILLEGAL
            9  | HANDED_OFF            | hotline-legacy | CASE_NOT_ACCEPTED   | {'reasonCode':'OTHER_AUTHORITY'}   | NOT_ACCEPTED | S W |
            9  | ASSIGNED              | hotline-legacy | CASE_NOT_ACCEPTED   | {'text':'须通过法定途径处理'}         | NOT_ACCEPTED | S W |
            9  | ASSIGNED              | hotline-legacy | CASE_NOT_ACCEPTED   | {}                                 | ASSIGNED   |      | ILLEGAL
            10 | HANDED_OFF            | hotline-legacy | ORDER_ASSIGNED      | {'unitCode':'ORG-DQJD'}            | ASSIGNED   | S W  |
            11 | ASSIGNED              | hotline-legacy | ORDER_SIGNED        | {'unitCode':'ORG-DQJD'}            | SIGNED     | S W  |
            11 | ASSIGNED              | hotline-legacy | ORDER_SIGNED        | {'unitCode':'ORG-SX'}              | ASSIGNED   |      | ILLEGAL
            12 | ASSIGNED              | hotline-legacy | RETURN_REQUESTED    | {'reason':'非本单位职责'}            | RETURN_PENDING | S W |
            12 | SIGNED                | hotline-legacy | RETURN_REQUESTED    | {'reason':'非本单位职责'}            | RETURN_PENDING | S W |
            12 | HANDLING              | hotline-legacy | RETURN_REQUESTED    | {}                                 | HANDLING   |      | ILLEGAL
            13 | RETURN_PENDING        | hotline-legacy | RETURN_ACCEPTED     | {}                                 | HANDED_OFF | S W  |
            14 | RETURN_PENDING        | hotline-legacy | RETURN_REFUSED      | {'reason':'属本单位'}                | SIGNED     | S W  |
            15 | SIGNED                | hotline-legacy | PROGRESS            | {'text':'公示中'}                   | HANDLING   | S W  |
            15 | HANDLING              | hotline-legacy | PROGRESS            | {'text':'公示中'}                   | HANDLING   | S W  |
            16 | HANDLING              | hotline-legacy | EXTENSION_REQUESTED | {'workdays':5}                     | HANDLING   | S W  |
            16 | HANDLING              | hotline-legacy | EXTENSION_REFUSED   | {'reason':'理由不足'}                | HANDLING   | S W  |
            17 | HANDLING              | hotline-legacy | EXTENSION_GRANTED   | {'newDeadline':'2021-09-29T23:59:59+08:00'} | HANDLING | S W |
            17 | HANDLING              | hotline-legacy | EXTENSION_GRANTED   | {'newDeadline':'2021-09-20T23:59:59+08:00'} | HANDLING |  | ILLEGAL
            17 | HANDLING extended     | hotline-legacy | EXTENSION_GRANTED   | {'newDeadline':'2021-09-29T23:59:59+08:00'} | HANDLING |  | ILLEGAL
            18 | SIGNED                | window:ZS-DQ   | CHASER              | {'text':'请尽快'}                   | SIGNED     | H S  |
            18 | SIGNED                | hotline-legacy | CHASER              | {'text':'请尽快'}                   | SIGNED     | S W  |
            19 | SIGNED                | gateway        | REMINDER_ISSUED     | {'kind':'BEFORE_DEADLINE'}         | SIGNED     | S W  |
            19 | SIGNED                | gateway        | CARD_ISSUED         | YELLOW                             | SIGNED     | H P S |
            19 | SIGNED yellow         | gateway        | CARD_ISSUED         | RED                                | SIGNED     | H P S |
            19 | SIGNED red            | gateway        | CARD_ISSUED         | YELLOW                             | SIGNED     |      | ILLEGAL
            19 | SIGNED                | gateway        | OVERSIGHT_OPENED    | {'level':'RED'}                    | SIGNED     | H S  |
            19 | SIGNED watched        | gateway        | OVERSIGHT_OPENED    | {'level':'NORMAL'}                 | SIGNED     |      | ILLEGAL
            20 | CLOSED yellow         | gateway        | CARD_WITHDRAWN      | {'level':'YELLOW','seq':1,'reason':'MANUAL'} | CLOSED | H P S |
            20 | CLOSED                | gateway        | CARD_WITHDRAWN      | {'level':'YELLOW','seq':1}         | CLOSED     |      | ILLEGAL
            20 | SIGNED watched        | gateway        | OVERSIGHT_CANCELLED | {}                                 | SIGNED     | H S  |
            20 | CLOSED                | window:ZS-DQ   | EVALUATION          | EVALUATION                         | CLOSED     | H    |
            20 | CLOSED                | window:ZS-DQ   | EVALUATION          | LEVEL0                             | CLOSED     |      |
            20 | SIGNED                | supervision    | NOTE_ADDED          | {'text':'已核实','cause':'MANUAL'}   | SIGNED     |      |
            21 | SIGNED                | hotline-legacy | RESULT              | {'resultText':'已办结'}             | RESOLVED   | P S W |
            21 | HANDLING              | hotline-legacy | RESULT              | {'resultText':'已办结'}             | RESOLVED   | P S W |
            21 | HANDLING              | hotline-legacy | RESULT              | {'resultText':' '}                 | HANDLING   |      | ILLEGAL
            21 | HANDLING              | window:ZS-DQ   | RESULT              | {'resultText':'已办结'}             | HANDLING   |      | ILLEGAL
            21 | HANDLING unheld       | window:ZS-DQ   | RESULT              | {'resultText':'已办结'}             | RESOLVED   | S    |
            21a | SIGNED               | hotline-legacy | RESULT              | {'result':'RETURNED','resultText':'退回'} | SIGNED |     | RETURNED
            22 | RESOLVED              | hotline-legacy | RESULT_REJECTED     | {'reason':'未解决'}                 | HANDLING   | S W  |
            23 | RESOLVED              | hotline-legacy | VISIT_RECORDED      | {'at':'2021-09-28T10:02:00+08:00','reached':true,'level':4} | VISITING | P W |
            23 | VISITING              | hotline-legacy | VISIT_RECORDED      | {'at':'2021-09-28T10:02:00+08:00','reached':true} | VISITING | P W |
            24 | RESOLVED              | hotline-legacy | CASE_CLOSED         | {}                                 | CLOSED     | P S W |
            24 | VISITING              | hotline-legacy | CASE_CLOSED         | {}                                 | CLOSED     | P S W |
            24 | RESOLVED              | window:ZS-DQ   | CASE_CLOSED         | {}                                 | RESOLVED   |      | ILLEGAL
            24 | RESOLVED unheld       | gateway        | CASE_CLOSED         | {}                                 | CLOSED     | S W  |
            24a | RESOLVED quota       | hotline-legacy | CASE_CLOSED         | {}                                 | RESOLVED   | S W  | QUOTA_POLICY_NOT_APPLIED
            25 | RESOLVED              | hotline-legacy | REDO_ORDERED        | {'newOrderNo':'021-02'}            | ASSIGNED   | P S W |
            25 | VISITING              | hotline-legacy | REDO_ORDERED        | {'newOrderNo':'021-02'}            | ASSIGNED   | P S W |
            25 | CLOSED                | hotline-legacy | REDO_ORDERED        | {'newOrderNo':'021-02'}            | ASSIGNED   | P S W |
            26 | AWAITING_SECOND_VISIT | window:ZS-DQ   | TRACKING_CARD_USED  | {'cardNo':'GZK-1','useResult':'DONE'} | RESOLVED | S   |
            26 | AWAITING_SECOND_VISIT | window:ZS-DQ   | TRACKING_CARD_USED  | {'cardNo':'GZK-1','useResult':'NOT_DONE'} | ACCEPTED | S |
            27 | AWAITING_SECOND_VISIT | gateway        | TRACKING_CARD_EXPIRED | {'cardNo':'GZK-1'}               | ACCEPTED   | S W  |
            28 | CLOSED                | gateway        | CASE_ARCHIVED       | {}                                 | ARCHIVED   |      |
            28 | NOT_ACCEPTED          | gateway        | CASE_ARCHIVED       | {}                                 | ARCHIVED   |      |
            A1 | SIGNED                | window:ZS-DQ   | CASE_AMENDED        | {'supplement':'补充材料'}            | SIGNED     | H    |
            G1 | REGISTERED            | window:ZS-DQ   | SLOT_REQUESTED      | {'why':'GREEN_CHANNEL'}            | REGISTERED | A    |
            G2 | REGISTERED            | appointment    | SLOT_GRANTED        | {'ticketNo':'A012'}                | REGISTERED | W    |
            G3 | REGISTERED            | appointment    | SLOT_REFUSED        | {'reason':'QUOTA_DAY'}             | REGISTERED | W    |
            Q1 | RESOLVED              | window:ZS-DQ   | QUOTA_POLICY_CHANGED | QUOTA                             | RESOLVED   | A S  |
            Q2 | RESOLVED quota        | appointment    | QUOTA_POLICY_APPLIED | {'applied':1}                     | RESOLVED   | S W  |
            Q2 | RESOLVED              | appointment    | QUOTA_POLICY_APPLIED | {'applied':1}                     | RESOLVED   |      | ILLEGAL
            Q3 | RESOLVED quota        | appointment    | QUOTA_POLICY_FAILED | {'code':'CONFIG_ERROR'}            | RESOLVED   | S W  |
            N2 | HANDED_OFF alert      | gateway        | NO_NUMBER_CLEARED   | {}                                 | HANDED_OFF | S W  |
            F1 | CLOSED                | gateway        | FALSE_CLOSURE_FOUND | {'closedCaseNo':'BBCS-442000002-20210908-0016','newCaseNo':'BBCS-442000002-20210910-0001','hours':41} | CLOSED | S W |
            unknown type | SIGNED      | hotline-legacy | TELEPORTED          | {}                                 | SIGNED     |      | UNMAPPED
            number in use | SIGNED     | window:ZS-DQ   | CASE_REGISTERED     | {}                                 | SIGNED     |      | ILLEGAL
            behind | HANDLING          | hotline-legacy | ORDER_SIGNED        | {'unitCode':'ORG-DQJD'}            | HANDLING   |      | LATE
            behind | RETURN_PENDING    | hotline-legacy | ORDER_ASSIGNED      | {'unitCode':'ORG-DQJD'}            | RETURN_PENDING |  | LATE
            ahead | ASSIGNED           | hotline-legacy | RESULT              | {'resultText':'已办结'}             | RESOLVED   | P S W | AHEAD: skipped [SIGNED, HANDLING]
            ahead | HANDED_OFF         | hotline-legacy | RESULT              | {'resultText':'已办结'}             | RESOLVED   | P S W | AHEAD: skipped [ASSIGNED, SIGNED, HANDLING]
            ahead | HANDED_OFF         | hotline-legacy | ORDER_SIGNED        | {}                                 | SIGNED     | S W  | AHEAD: skipped [ASSIGNED]
            ahead | SIGNED             | hotline-legacy | CASE_CLOSED         | {}                                 | CLOSED     | P S W | AHEAD: skipped [HANDLING, RESOLVED, VISITING]
            ahead | RETURN_PENDING     | hotline-legacy | RESULT              | {'resultText':'已办结'}             | RESOLVED   | P S W | AHEAD
            not the owner | ASSIGNED   | window:ZS-DQ   | RESULT              | {'resultText':'已办结'}             | ASSIGNED   |      | ILLEGAL
            not the owner | REGISTERED | hotline        | RESULT              | {'resultText':'已办结'}             | REGISTERED |      | ILLEGAL
            after closing | CLOSED     | hotline-legacy | PROGRESS            | {'text':'补记'}                     | CLOSED     |      | LATE
            after closing | ARCHIVED   | window:ZS-DQ   | CHASER              | {'text':'请尽快'}                   | ARCHIVED   |      | LATE
            """)
    void aRowDecides(
            String row,
            String standing,
            String source,
            String type,
            String payload,
            State expected,
            String told,
            String note) {
        Decision decision = machine.decide(SampleCase.of(standing), event(source, type, filled(payload)), now());
        assertThat(decision.parked()).isNull();
        Step first = decision.steps().get(0);
        assertThat(first.after().state()).isEqualTo(expected);
        assertThat(first.peers()).isEqualTo(peers(told));
        if (note == null) {
            assertThat(first.note()).isNull();
        } else {
            assertThat(first.note()).startsWith(note);
        }
    }

    @Test
    void everyRowOfTheHandbookHasAFactInTheTable() {
        Set<String> rows = new TreeSet<>();
        List.of(IntakeRows.rows(), OrderRows.rows(), OutcomeRows.rows())
                .forEach(part -> part.forEach(row -> rows.add(row.number().replaceAll("(?<=\\d)[a-z]$", ""))));
        for (int number = 1; number <= 28; number++) {
            assertThat(rows).contains(Integer.toString(number));
        }
    }

    @Test
    void aRegistrationForTheHotlineIsAcceptedAndHandedOff() {
        Decision decision = registered("'handling':'HOTLINE'");
        assertThat(types(decision)).containsExactly("CASE_REGISTERED", "CASE_ACCEPTED", "HANDED_OFF");
        Case after = decision.caseAfter();
        assertThat(after.state()).isEqualTo(State.HANDED_OFF);
        assertThat(after.deadline()).isEqualTo(SampleCase.DEADLINE);
        assertThat(after.orders()).singleElement().satisfies(order -> {
            assertThat(order.peer()).isEqualTo("hotline-legacy");
            assertThat(order.unitCode()).isEqualTo("ORG-DQJD");
        });
        assertThat(decision.steps())
                .allSatisfy(step -> assertThat(step.event().causeId()).isEqualTo("E-1"));
    }

    @Test
    void anOutOfScopeCaseIsTransferredWithoutAClock() {
        Decision decision = registered("'outOfScope':true,'explanation':'不属政务服务范围','hostUnit':'ORG-FG'");
        assertThat(types(decision)).containsExactly("CASE_REGISTERED", "HANDED_OFF");
        assertThat(decision.caseAfter().deadline()).isNull();
        assertThat(decision.caseAfter().currentOrder()).get().satisfies(order -> {
            assertThat(order.peer()).isEqualTo("hotline");
            assertThat(order.kind()).isEqualTo(Order.Kind.FUNCTIONAL_TRANSFER);
        });
        assertThat(decision.caseAfter().exclusions()).containsExactly(Case.Exclusion.OUT_OF_SCOPE);
    }

    @Test
    void aCoordinatedCaseIsAcceptedOnly() {
        assertThat(types(registered("'handling':'COORDINATE'"))).containsExactly("CASE_REGISTERED", "CASE_ACCEPTED");
    }

    @Test
    void aGreenChannelCaseAsksForASlotAndARefusalMakesItAnEmergency() {
        Decision decision = registered("'greenChannel':true,'matter':{'name':'补领','taskTypeId':'t-8815'}");
        assertThat(types(decision)).containsExactly("CASE_REGISTERED", "SLOT_REQUESTED");
        assertThat(decision.steps().get(1).peers()).containsExactly("appointment");
        Event refusal = event("appointment", "SLOT_REFUSED", payload("{'reason':'QUOTA_DAY'}"));
        Case refused = machine.decide(decision.caseAfter(), refusal, now()).caseAfter();
        assertThat(refused.state()).isEqualTo(State.ACCEPTED);
        assertThat(refused.urgency()).isEqualTo(Order.Urgency.EMERGENCY);
    }

    @Test
    void anOnSpotResultClosesTheCaseAtOnce() {
        Decision decision = decide("REGISTERED", "window:ZS-DQ", "RESULT", "{'result':'SOLVED','onSpot':true}");
        assertThat(types(decision)).containsExactly("RESULT", "CASE_CLOSED");
    }

    @Test
    void aResultOfACaseAtTheHotlineDoesNotCloseIt() {
        Decision decision = decide("HANDED_OFF", "window:ZS-DQ", "RESULT", "{'result':'SOLVED','onSpot':true}");
        assertThat(types(decision)).containsExactly("RESULT");
    }

    @Test
    void aResultThatSaysReturnedAsksForAReturn() {
        Decision decision = decide("SIGNED", "hotline-legacy", "RESULT", "{'result':'RETURNED','resultText':'非本单位职责'}");
        assertThat(types(decision)).containsExactly("RESULT", "RETURN_REQUESTED");
        assertThat(decision.caseAfter().state()).isEqualTo(State.RETURN_PENDING);
    }

    @Test
    void aSecondCardIsRefusedAndTheCaseEscalated() {
        Decision decision = decide("AWAITING_SECOND_VISIT", "window:ZS-DQ", "TRACKING_CARD_ISSUED", "CARD");
        assertThat(types(decision)).containsExactly("TRACKING_CARD_ISSUED", "CASE_ACCEPTED");
        assertThat(decision.caseAfter().state()).isEqualTo(State.ACCEPTED);
        assertThat(decision.caseAfter().causes()).containsExactly(Cause.MATERIAL, Cause.MULTI_DEPT);
    }

    @Test
    void anAppliedQuotaPolicyClosesTheCaseThatWaitedForIt() {
        Decision decision =
                decide("RESOLVED quota wants alert", "appointment", "QUOTA_POLICY_APPLIED", "{'applied':1}");
        assertThat(types(decision)).containsExactly("QUOTA_POLICY_APPLIED", "NO_NUMBER_CLEARED", "CASE_CLOSED");
        assertThat(decision.caseAfter().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void anEventAfterClosingIsShownToTheSteward() {
        Decision decision = decide("CLOSED", "hotline-legacy", "PROGRESS", "{'text':'补记'}");
        assertThat(types(decision)).containsExactly("PROGRESS", "NOTE_ADDED");
        assertThat(decision.steps().get(1).peers()).containsExactly("supervision");
    }

    @Test
    void aLateExtensionStillMovesTheDeadline() {
        Event granted =
                event("hotline-legacy", "EXTENSION_GRANTED", payload("{'newDeadline':'2021-09-29T23:59:59+08:00'}"));
        Occasion outOfOrder = new Occasion(NOW, true, false, false);
        Step step = machine.decide(SampleCase.of("RESOLVED"), granted, outOfOrder)
                .steps()
                .get(0);
        assertThat(step.late()).isTrue();
        assertThat(step.after().state()).isEqualTo(State.RESOLVED);
        assertThat(step.after().deadline()).isEqualTo("2021-09-29T23:59:59+08:00");
        assertThat(step.event().payload().get("oldDeadline").asString()).isEqualTo("2021-09-23T23:59:59+08:00");
    }

    @Test
    void aLateResultWithAnEarlierTimeCountsFromThen() {
        Decision decision =
                decide("VISITING", "hotline-legacy", "RESULT", "{'resultText':'已办结','at':'2021-09-10T09:00:00+08:00'}");
        assertThat(decision.steps().get(0).late()).isTrue();
        assertThat(decision.caseAfter().resolvedAt()).isEqualTo("2021-09-10T09:00:00+08:00");
    }

    @Test
    void aLateReturnIsCounted() {
        Decision decision = decide("HANDLING", "hotline-legacy", "RETURN_ACCEPTED", "{}");
        assertThat(decision.steps().get(0).late()).isTrue();
        assertThat(decision.caseAfter().returnCount()).isEqualTo(1);
    }

    @Test
    void anEventOlderThanTheLastOneChangesNothing() {
        Event signed = event("hotline-legacy", "ORDER_SIGNED", payload("{}"));
        Step step = machine.decide(SampleCase.of("ASSIGNED"), signed, new Occasion(NOW, true, false, false))
                .steps()
                .get(0);
        assertThat(step.late()).isTrue();
        assertThat(step.after().state()).isEqualTo(State.ASSIGNED);
    }

    @Test
    void aSecondLinkOfTheSameOrderIsARepeat() {
        Decision decision =
                decide("HANDED_OFF", "hotline-legacy", "ORDER_LINKED", "{'orderNo':'" + SampleCase.ORDER_NO + "'}");
        assertThat(decision.parked()).isNull();
        assertThat(decision.steps()).isEmpty();
    }

    @Test
    void aRequestForMoreTimeAfterTheDeadlineIsFlagged() {
        Event late = new Event(
                Event.SCHEMA,
                "E-1",
                "hotline-legacy",
                "EXTENSION_REQUESTED",
                SampleCase.CASE_NO,
                null,
                null,
                null,
                SampleCase.DEADLINE.plusDays(1),
                NOW,
                payload("{'workdays':5}"),
                null);
        Step step =
                machine.decide(SampleCase.of("HANDLING"), late, now()).steps().get(0);
        assertThat(step.note()).startsWith("AFTER_DEADLINE");
        assertThat(step.after().extension()).isEqualTo(Case.Extension.PENDING);
    }

    @Test
    void theDeadlineOfTheHotlineWinsAndOursIsKept() {
        Decision decision =
                decide("HANDED_OFF", "hotline-legacy", "ORDER_ASSIGNED", "{'deadline':'2021-09-17T23:59:59+08:00'}");
        assertThat(decision.caseAfter().deadline()).isEqualTo("2021-09-17T23:59:59+08:00");
        assertThat(decision.caseAfter().timeLimit())
                .extracting(TimeLimit::dueAt)
                .isEqualTo(SampleCase.DEADLINE);
        assertThat(decision.caseAfter().currentOrder())
                .get()
                .satisfies(order -> assertThat(order.signBefore()).isEqualTo("2021-09-14"));
    }

    @Test
    void aResultSaysWhetherItIsOnTime() {
        Step step = decide("HANDLING", "hotline-legacy", "RESULT", "{'resultText':'已办结'}")
                .steps()
                .get(0);
        assertThat(step.event().payload().get("onTime").asBoolean()).isTrue();
    }

    @Test
    void anExpiredCardStartsTheClockThatDay() {
        Event expired = Timers.event(
                Timers.Kind.TRACKING_CARD,
                java.util.Objects.requireNonNull(SampleCase.of("AWAITING_SECOND_VISIT")),
                OffsetDateTime.parse("2021-09-24T00:00:00+08:00"));
        Case after = machine.decide(SampleCase.of("AWAITING_SECOND_VISIT"), expired, now())
                .caseAfter();
        assertThat(after.deadline()).isEqualTo("2021-10-13T23:59:59+08:00");
        assertThat(after.trackingCards())
                .singleElement()
                .satisfies(card -> assertThat(card.state()).isEqualTo(TrackingCard.Standing.EXPIRED));
    }

    @Test
    void aMissingCalendarParksAndNamesTheYear() {
        Decision decision = registered("'handling':'HOTLINE','registeredAt':'2026-12-28T09:00:00+08:00'");
        assertThat(decision.steps()).isEmpty();
        assertThat(parkedReason(decision)).startsWith("CALENDAR_MISSING").contains("2027");
    }

    @Test
    void anUnknownUnitParksAndNamesTheTable() {
        Decision decision = registered("'handling':'HOTLINE','hostUnit':'ORG-NOWHERE'");
        assertThat(parkedReason(decision)).startsWith("UNIT_UNKNOWN").contains("units.csv", "ORG-NOWHERE");
    }

    @Test
    void anUnknownHallParksAndNamesTheTable() {
        assertThat(parkedReason(registered("'hallCode':'ZS-NOWHERE'")))
                .startsWith("HALL_UNKNOWN")
                .contains("halls.csv");
    }

    @Test
    void aTransferWithoutExplanationParks() {
        assertThat(parkedReason(registered("'outOfScope':true"))).startsWith("EXPLANATION_MISSING");
    }

    @Test
    void anUnreadablePayloadParksWithItsPathButNotItsValue() {
        assertThat(parkedReason(registered("'appealType':'张三'")))
                .isEqualTo("PAYLOAD_UNREADABLE: CASE_REGISTERED: payload.appealType");
    }

    @Test
    void aCaseComesBackFromItsDocumentUnchanged() {
        for (State state : State.values()) {
            Case before = java.util.Objects.requireNonNull(SampleCase.of(state.name()));
            assertThat(Json.read(Json.bytes(before), Case.class)).isEqualTo(before);
        }
    }

    private static String parkedReason(Decision decision) {
        return java.util.Objects.requireNonNull(decision.parked()).reason();
    }

    private Decision registered(String fields) {
        tools.jackson.databind.node.ObjectNode payload = SampleCase.registration();
        payload.setAll(payload("{" + fields + "}"));
        return machine.decide(null, event("window:ZS-DQ", "CASE_REGISTERED", payload), now());
    }

    private Decision decide(String standing, String source, String type, String payload) {
        return machine.decide(SampleCase.of(standing), event(source, type, filled(payload)), now());
    }

    private static Occasion now() {
        return Occasion.at(NOW);
    }

    private static List<String> types(Decision decision) {
        return decision.steps().stream().map(step -> step.event().type()).toList();
    }

    private static tools.jackson.databind.node.ObjectNode filled(String payload) {
        return payload(
                switch (payload) {
                    case "CARD" -> SampleCase.trackingCardJson("GZK-2");
                    case "YELLOW", "RED" -> SampleCase.cardJson(payload);
                    case "LIMIT" ->
                        "{'timeLimit':{'workdays':10,'countFrom':'NEXT_WORKDAY','source':'PROMISED',"
                                + "'ruleSet':'demo','startAt':'2021-09-08T15:53:00+08:00',"
                                + "'dueAt':'2021-09-23T23:59:59+08:00'}}";
                    case "EVALUATION" -> evaluation(2);
                    case "LEVEL0" -> evaluation(0);
                    case "QUOTA" ->
                        "{'taskTypeIds':['t-8831'],'policy':'WALK_IN',"
                                + "'effectiveFrom':'2021-06-28T08:30:00+08:00','approvedBy':'大厅负责人'}";
                    default -> payload;
                });
    }

    private static String evaluation(int level) {
        return "{'evaluationId':'PJ-1','ticketNo':'A012','level':%d,'scale':'S5','raw':'2','source':'KEY',"
                        .formatted(level)
                + "'at':'2021-09-28T15:30:00+08:00'}";
    }

    private static Set<String> peers(String letters) {
        Set<String> peers = new TreeSet<>();
        if (letters != null) {
            for (String letter : letters.split(" ")) {
                peers.add(
                        switch (letter) {
                            case "W" -> "window";
                            case "H" -> "hotline-legacy";
                            case "M" -> "hotline";
                            case "P" -> "performance";
                            case "S" -> "supervision";
                            default -> "appointment";
                        });
            }
        }
        return peers;
    }
}
