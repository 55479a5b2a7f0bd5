package org.hotlinegateway.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.hotlinegateway.ledger.MessageState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios of the domain handbook as canonical events on a real ledger. */
class CaseworkTest {
    private static final String S1 = "BBCS-442000002-20210908-0016";
    private static final String S1_ORDER = "0210908155301000001";
    private static final String S2 = "BBCS-442000114-20210625-0001";
    private static final String S2_ORDER = "210625000020007-01";
    private static final String S3 = "BBCS-442000114-20210709-0002";
    private static final String S4 = "BBCS-442000002-20210902-0009";
    private static final String S4_ORDER = "210902000020009-01";
    private static final String S6 = "BBCS-442000114-20210908-0003";

    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void openStage() {
        stage = new Stage(folder);
    }

    @AfterEach
    void closeStage() {
        stage.close();
    }

    @Test
    void s1ADwellingAsBusinessAddressGoesToTheHotlineAndComesBack() {
        playS1UntilClosed();
        stage.assertThatCase(S1)
                .isIn(State.CLOSED)
                .hasDeadline("2021-09-29T23:59:59+08:00")
                .hasCards(0);
        assertThat(stage.types(S1))
                .containsExactly(
                        "CASE_REGISTERED",
                        "CASE_ACCEPTED",
                        "HANDED_OFF",
                        "ORDER_LINKED",
                        "ORDER_ASSIGNED",
                        "ORDER_SIGNED",
                        "PROGRESS",
                        "EXTENSION_REQUESTED",
                        "EXTENSION_GRANTED",
                        "RESULT",
                        "VISIT_RECORDED",
                        "CASE_CLOSED");
        assertThat(stage.told(S1, "hotline-legacy")).containsExactly("HANDED_OFF");
        assertThat(stage.told(S1, "performance")).containsExactly("RESULT", "VISIT_RECORDED", "CASE_CLOSED");
        assertThat(stage.told(S1, "window"))
                .doesNotContain("CASE_REGISTERED")
                .contains("CASE_ACCEPTED", "ORDER_LINKED", "EXTENSION_GRANTED", "CASE_CLOSED");
        assertThat(stage.event(S1, "HANDED_OFF").path("id").asString()).isEqualTo("GW-20210908155301-0001");
        assertThat(stage.event(S1, "HANDED_OFF").path("correlationId").asString())
                .isEqualTo("W20210908155300-0016");
    }

    @Test
    void aTimerOfADamagedCaseIsPutOffByAnHour() {
        playS1UntilClosed();
        assertThat(stage.timersDueAt("2021-11-30T00:00:00+08:00")).containsExactly("ARCHIVE");
        stage.damage(S1);
        stage.at("2021-11-30T00:00:00+08:00");

        assertThat(stage.timersDueAt("2021-11-30T00:59:59+08:00")).isEmpty();
        assertThat(stage.timersDueAt("2021-11-30T01:00:00+08:00")).containsExactly("ARCHIVE");
    }

    @Test
    void aDoubledClaimCheckFindsNothingToDo() {
        stage.at("2021-09-08T15:53:01+08:00");
        assertThat(stage.hearsByTwoClaimChecks(s1Registration()))
                .containsExactly(Casework.Verdict.APPLIED, Casework.Verdict.NOT_TAKEN);
        assertThat(stage.types(S1)).containsExactly("CASE_REGISTERED", "CASE_ACCEPTED", "HANDED_OFF");
        assertThat(stage.messagesIn(MessageState.APPLIED)).isEqualTo(1);
    }

    private void playS1UntilClosed() {
        stage.at("2021-09-08T15:53:01+08:00");
        stage.hears(s1Registration());
        stage.assertThatCase(S1).isIn(State.HANDED_OFF).hasDeadline("2021-09-23T23:59:59+08:00");
        stage.answers("hotline-legacy", S1, "ORDER_LINKED", "{'orderNo':'%s','duplicate':false}".formatted(S1_ORDER));
        stage.answers("hotline-legacy", S1, "ORDER_LINKED", "{'orderNo':'%s','duplicate':true}".formatted(S1_ORDER));
        s1Callback(1, "ORDER_ASSIGNED", "2021-09-08T16:20:00+08:00", "{'unitCode':'ORG-DQJD'}");
        stage.assertThatCase(S1).isIn(State.ASSIGNED);
        s1Callback(2, "ORDER_SIGNED", "2021-09-09T09:05:00+08:00", "{'unitCode':'ORG-DQJD'}");
        s1Callback(3, "PROGRESS", "2021-09-13T10:00:00+08:00", "{'text':'公示进行中'}");
        stage.assertThatCase(S1).isIn(State.HANDLING);
        s1Callback(5, "EXTENSION_REQUESTED", "2021-09-22T11:00:00+08:00", "{'workdays':5,'reason':'公示期未满'}");
        s1Callback(
                6,
                "EXTENSION_GRANTED",
                "2021-09-22T16:01:30+08:00",
                "{'newDeadline':'2021-09-29T23:59:59+08:00','effectiveAt':'2021-09-22T16:00:00+08:00'}");
        s1Callback(7, "RESULT", "2021-09-27T15:30:00+08:00", "{'result':'SOLVED','resultText':'公示期满,已发证'}");
        stage.assertThatCase(S1).isIn(State.RESOLVED).hasNoRunningClock();
        s1Callback(
                8,
                "VISIT_RECORDED",
                "2021-09-28T10:02:00+08:00",
                "{'at':'2021-09-28T10:02:00+08:00','reached':true,'level':4,'raw':'01','solved':true}");
        s1Callback(9, "CASE_CLOSED", "2021-09-28T10:05:00+08:00", "{}");
    }

    private static String s1Registration() {
        return "{'schema':'case-event/1','id':'W20210908155300-0016','source':'window:ZS-DQ',"
                + "'type':'CASE_REGISTERED','subject':'" + S1 + "','version':1,"
                + "'occurredAt':'2021-09-08T15:53:00+08:00','payload':{'channel':'WINDOW','hallCode':'ZS-DQ',"
                + "'windowNo':'BBCS-1','registrar':'窗口01','registeredAt':'2021-09-08T15:53:00+08:00',"
                + "'requester':{'kind':'PERSON','name':'测试甲','gender':'1','certType':'111',"
                + "'certNo':'442000190001010010','contactPhone':'13800000000','masked':false},"
                + "'matter':{'code':'11442000MB000000053442031001000','name':'个体工商户设立登记','firstWindow':'12',"
                + "'trips':3},'place':{'regionCode':'442000002000'},'causes':['MULTI_DEPT','MATERIAL'],"
                + "'appealType':'HELP','title':'住宅作经营场所登记受阻','content':'不清楚应先向哪一方申请。',"
                + "'handling':'HOTLINE','outOfScope':false,'urgent':false,'hostUnit':'ORG-DQJD',"
                + "'attachments':[{'id':'F1','name':'权属材料.jpg','size':482113}]}}";
    }

    private void s1Callback(int seq, String type, String at, String payload) {
        stage.at(at);
        stage.hears(Stage.callback("hotline-legacy", S1_ORDER, seq, type, at, payload));
    }

    @Test
    void aRepeatedMessageMakesNoSecondEntry() {
        stage.at("2021-09-08T15:53:01+08:00");
        stage.hears(s1Registration());
        int entries = stage.types(S1).size();
        assertThat(stage.hears(s1Registration())).isEqualTo(Casework.Verdict.DUPLICATE);
        assertThat(stage.types(S1)).hasSize(entries);
    }

    @Test
    void theSameIdWithAnotherContentIsOnlyNoted() {
        stage.at("2021-09-08T15:53:01+08:00");
        stage.hears(s1Registration());
        stage.hears(s1Registration().replace("登记受阻", "改了标题"));
        assertThat(stage.types(S1)).endsWith("NOTE_ADDED");
        stage.assertThatCase(S1).isIn(State.HANDED_OFF);
    }

    @Test
    void aCallbackForAnUnknownOrderWaitsUntilTheOrderIsLinked() {
        stage.at("2021-09-08T15:53:01+08:00");
        stage.hears(s1Registration());
        String assigned =
                Stage.callback("hotline-legacy", S1_ORDER, 1, "ORDER_ASSIGNED", "2021-09-08T15:53:02+08:00", "{}");
        assertThat(stage.hears(assigned)).isEqualTo(Casework.Verdict.PARKED);
        assertThat(stage.messagesIn(MessageState.PARKED)).isEqualTo(1);
        stage.answers("hotline-legacy", S1, "ORDER_LINKED", "{'orderNo':'%s'}".formatted(S1_ORDER));
        assertThat(stage.messagesIn(MessageState.PARKED)).isZero();
        stage.decideReleased();
        stage.assertThatCase(S1).isIn(State.ASSIGNED);
    }

    @Test
    void anEventBeforeItsRegistrationWaitsForIt() {
        stage.at("2021-09-08T15:53:01+08:00");
        assertThat(stage.hears(Stage.windowEvent(S1, 2, "CHASER", "2021-09-08T16:00:00+08:00", "{'text':'请尽快'}")))
                .isEqualTo(Casework.Verdict.PARKED);
        stage.hears(s1Registration());
        stage.decideReleased();
        assertThat(stage.types(S1)).endsWith("CHASER");
    }

    @Test
    void aCallbackThatComesTooLateIsKeptWithoutEffect() {
        stage.at("2021-09-08T15:53:01+08:00");
        stage.hears(s1Registration());
        stage.answers("hotline-legacy", S1, "ORDER_LINKED", "{'orderNo':'%s'}".formatted(S1_ORDER));
        s1Callback(2, "ORDER_SIGNED", "2021-09-09T09:05:00+08:00", "{}");
        s1Callback(1, "ORDER_ASSIGNED", "2021-09-08T16:20:00+08:00", "{'unitCode':'ORG-DQJD'}");
        stage.assertThatCase(S1).isIn(State.SIGNED);
        assertThat(stage.event(S1, "ORDER_ASSIGNED").path("late").asBoolean()).isTrue();
    }

    @Test
    void s2ANoNumberAlertBecomesOneCaseAndAWalkInPolicyClearsIt() {
        playS2UntilQuotaChanged();
        stage.answers("appointment", S2, "QUOTA_POLICY_APPLIED", "{'applied':2}");
        assertThat(stage.types(S2)).endsWith("QUOTA_POLICY_APPLIED", "NO_NUMBER_CLEARED");
        stage.hears(Stage.callback("hotline", S2_ORDER, 5, "CASE_CLOSED", "2021-06-29T10:00:00+08:00", "{}"));
        stage.assertThatCase(S2).isIn(State.CLOSED);
        assertThat(stage.told(S2, "hotline")).containsExactly("HANDED_OFF", "RESULT");
        assertThat(stage.told(S2, "appointment")).containsExactly("QUOTA_POLICY_CHANGED");
    }

    @Test
    void s2ACloseIsOnlyNotedWhileTheQuotaPolicyFailed() {
        playS2UntilQuotaChanged();
        stage.answers("appointment", S2, "QUOTA_POLICY_FAILED", "{'code':'CONFIG_ERROR'}");
        stage.answers("appointment", S2, "QUOTA_POLICY_FAILED", "{'code':'CONFIG_ERROR'}");
        stage.hears(Stage.callback("hotline", S2_ORDER, 5, "CASE_CLOSED", "2021-06-29T10:00:00+08:00", "{}"));
        stage.assertThatCase(S2).isIn(State.RESOLVED);
        stage.answers("appointment", S2, "QUOTA_POLICY_APPLIED", "{'applied':2}");
        stage.assertThatCase(S2).isIn(State.CLOSED);
        assertThat(stage.types(S2)).containsOnlyOnce("QUOTA_POLICY_FAILED");
    }

    private void playS2UntilQuotaChanged() {
        stage.at("2021-06-25T10:13:20+08:00");
        stage.hears(Stage.alert("YY-20210625-442000114-0003", 7, "2021-06-25T10:12:40+08:00"));
        stage.assertThatCase(S2)
                .isIn(State.HANDED_OFF)
                .hasDeadline("2021-07-09T23:59:59+08:00")
                .reads("三乡镇政务服务大厅领取营业执照无号可取", "2021-06-25上午限号40已取完,7人次取号失败。");
        assertThat(stage.told(S2, "window")).startsWith("CASE_REGISTERED", "CASE_ACCEPTED");
        assertThat(stage.event(S2, "HANDED_OFF").path("id").asString()).isEqualTo("GW-20210625101320-0001");
        stage.answers("hotline", S2, "ORDER_LINKED", "{'orderNo':'%s'}".formatted(S2_ORDER));
        stage.hears(Stage.alert("YY-20210625-442000114-0003", 9, "2021-06-25T10:30:00+08:00"));
        assertThat(stage.types(S2)).containsOnlyOnce("HANDED_OFF").endsWith("NO_NUMBER_ALERT");
        stage.at("2021-06-25T11:05:00+08:00");
        stage.hears(Stage.windowEvent(
                S2, 1, "RESULT", "2021-06-25T11:05:00+08:00", "{'result':'SOLVED','resultText':'已加号','onSpot':false}"));
        stage.assertThatCase(S2).isIn(State.RESOLVED);
        stage.hears(Stage.windowEvent(
                S2,
                2,
                "QUOTA_POLICY_CHANGED",
                "2021-06-25T17:00:00+08:00",
                "{'hallCode':'ZS-SX','taskTypeIds':['t-8831','t-8840'],'policy':'WALK_IN',"
                        + "'effectiveFrom':'2021-06-28T08:30:00+08:00','approvedBy':'大厅负责人','status':'REQUESTED'}"));
    }

    @Test
    void twoHundredRefusedPeopleAreOneCaseToldAgainAtSteps() {
        stage.at("2021-06-25T10:13:20+08:00");
        for (int people = 1; people <= 200; people += 3) {
            stage.hears(Stage.alert("YY-1", people, "2021-06-25T10:%02d:00+08:00".formatted(people / 4)));
        }
        assertThat(stage.types(S2)).containsOnlyOnce("CASE_REGISTERED");
        assertThat(stage.told(S2, "supervision"))
                .filteredOn("NO_NUMBER_ALERT"::equals)
                .hasSize(3);
    }

    @Test
    void alertsOfSeveralMachinesAddUp() {
        stage.at("2021-06-25T10:13:20+08:00");
        stage.hears(Stage.alert("YY-1", 2, "2021-06-25T10:10:00+08:00"));
        stage.hears(Stage.alert("YY-2", 2, "2021-06-25T10:11:00+08:00"));
        assertThat(stage.hasCase(S2)).isFalse();
        stage.hears(Stage.alert("YY-1", 3, "2021-06-25T10:12:00+08:00"));
        assertThat(stage.hasCase(S2)).isTrue();
    }

    @Test
    void aBrokenMachineOrAnUnknownSentenceOpensNoCase() {
        stage.at("2021-06-25T10:13:20+08:00");
        stage.hears(Stage.alert("YY-1", 50, "2021-06-25T10:10:00+08:00").replace("QUOTA_DAY", "KIOSK_PAPER"));
        assertThat(stage.hears(
                        Stage.alert("YY-2", 50, "2021-06-25T10:10:00+08:00").replace("QUOTA_DAY", "BLACKLIST")))
                .isEqualTo(Casework.Verdict.PARKED);
        assertThat(stage.hasCase(S2)).isFalse();
    }

    @Test
    void anAlertIsClearedAtTheEndOfItsDay() {
        stage.at("2021-06-25T10:13:20+08:00");
        stage.hears(Stage.alert("YY-1", 7, "2021-06-25T10:12:40+08:00"));
        stage.at("2021-06-25T23:59:59+08:00");
        assertThat(stage.types(S2)).doesNotContain("NO_NUMBER_CLEARED");
        stage.at("2021-06-26T00:00:00+08:00");
        assertThat(stage.types(S2)).endsWith("NO_NUMBER_CLEARED");
    }

    @Test
    void s3AGreenChannelCaseIsSolvedOnTheSpotWithoutAnOrder() {
        stage.at("2021-07-09T09:10:00+08:00");
        stage.hears(Stage.registration(
                S3,
                "ZS-SX",
                "2021-07-09T09:10:00+08:00",
                "'handling':'ON_SPOT','urgent':true,'greenChannel':true,"
                        + "'matter':{'name':'居民身份证补领','taskTypeId':'t-8815'}"));
        assertThat(stage.told(S3, "appointment")).containsExactly("SLOT_REQUESTED");
        stage.answers("appointment", S3, "SLOT_GRANTED", "{'ticketNo':'A012','at':'2021-07-09T09:11:00+08:00'}");
        stage.at("2021-07-09T09:48:00+08:00");
        stage.hears(Stage.windowEvent(
                S3, 2, "RESULT", "2021-07-09T09:48:00+08:00", "{'result':'SOLVED','resultText':'已办','onSpot':true}"));
        stage.assertThatCase(S3).isIn(State.CLOSED).hasOrders(0);
        assertThat(stage.told(S3, "hotline")).isEmpty();
        assertThat(stage.told(S3, "performance")).isEmpty();
    }

    @Test
    void s4AFunctionalTransferThatIsRefusedTellsTheWindow() {
        stage.at("2021-09-02T10:30:05+08:00");
        stage.hears(Stage.registration(
                S4,
                "ZS-DQ",
                "2021-09-02T10:30:00+08:00",
                "'handling':'FUNCTIONAL_TRANSFER','outOfScope':true,'explanation':'不属政务服务范围',"
                        + "'hostUnit':'ORG-FG'"));
        stage.assertThatCase(S4).isIn(State.HANDED_OFF).hasNoRunningClock();
        stage.answers("hotline", S4, "ORDER_LINKED", "{'orderNo':'%s'}".formatted(S4_ORDER));
        stage.hears(Stage.callback(
                "hotline",
                S4_ORDER,
                2,
                "CASE_NOT_ACCEPTED",
                "2021-09-03T09:20:00+08:00",
                "{'reasonCode':'OTHER_AUTHORITY','text':'须通过法定途径处理'}"));
        stage.assertThatCase(S4).isIn(State.NOT_ACCEPTED);
        assertThat(stage.told(S4, "window")).endsWith("CASE_NOT_ACCEPTED");
        stage.at("2021-10-03T09:20:00+08:00");
        stage.assertThatCase(S4).isIn(State.ARCHIVED);
    }

    @Test
    void aCallbackWhoseOrderNeverComesIsAPersonsAfterADay() {
        stage.at("2021-09-08T09:00:00+08:00");
        stage.hears(Stage.callback("hotline", S2_ORDER, 1, "ORDER_ASSIGNED", "2021-09-08T09:00:00+08:00", "{}"));
        assertThat(stage.parkReasons()).singleElement().asString().startsWith("ORDER_UNKNOWN");
        stage.at("2021-09-09T09:00:00+08:00");
        assertThat(stage.overdue()).isZero();
        stage.at("2021-09-09T09:00:01+08:00");
        assertThat(stage.overdue()).isOne();
    }

    @Test
    void s6ATrackingCardThatIsUsedClosesTheCase() {
        issueTrackingCard();
        stage.at("2021-09-13T10:20:00+08:00");
        stage.hears(Stage.windowEvent(
                S6,
                3,
                "TRACKING_CARD_USED",
                "2021-09-13T10:20:00+08:00",
                "{'cardNo':'GZK-442000114-20210908-003','windowNo':'9','useResult':'DONE',"
                        + "'at':'2021-09-13T10:20:00+08:00'}"));
        stage.assertThatCase(S6).isIn(State.CLOSED).hasOrders(0);
    }

    @Test
    void s6ATrackingCardThatIsNotUsedExpiresAndStartsTheClock() {
        issueTrackingCard();
        stage.at("2021-09-23T23:59:59+08:00");
        stage.assertThatCase(S6).isIn(State.AWAITING_SECOND_VISIT);
        stage.at("2021-09-24T00:00:00+08:00");
        stage.assertThatCase(S6).isIn(State.ACCEPTED).hasDeadline("2021-10-13T23:59:59+08:00");
    }

    @Test
    void s6ATrackingCardIsFoundByItsNumberAlone() {
        issueTrackingCard();
        String scanned = Stage.windowEvent(
                        S6,
                        3,
                        "TRACKING_CARD_USED",
                        "2021-09-13T10:20:00+08:00",
                        "{'cardNo':'GZK-442000114-20210908-003','useResult':'NOT_DONE'}")
                .replace("'subject':'" + S6 + "',", "");
        stage.hears(scanned);
        stage.assertThatCase(S6).isIn(State.ACCEPTED).hasDeadline("2021-09-27T23:59:59+08:00");
    }

    @Test
    void s6ASecondCardForTheSameRequesterAndMatterIsRefusedAndTheOtherCaseEscalated() {
        issueTrackingCard();
        String other = S6.replace("-0003", "-0009");
        issueTrackingCard(other, "GZK-442000114-20210910-001", "2021-09-10T09:00:00+08:00");

        stage.assertThatCase(S6).isIn(State.AWAITING_SECOND_VISIT);
        stage.assertThatCase(other).isIn(State.ACCEPTED);
        assertThat(stage.event(other, "CASE_ACCEPTED").path("case").path("causes"))
                .hasToString("[\"ACCEPTANCE\",\"MULTI_DEPT\"]");
    }

    @Test
    void s6ACardThatHasEndedLetsTheRequesterHaveAnother() {
        issueTrackingCard();
        stage.at("2021-09-24T00:00:00+08:00");
        stage.assertThatCase(S6).isIn(State.ACCEPTED);
        String other = S6.replace("-0003", "-0009");
        issueTrackingCard(other, "GZK-442000114-20210925-001", "2021-09-25T09:00:00+08:00");
        stage.assertThatCase(other).isIn(State.AWAITING_SECOND_VISIT);
    }

    private void issueTrackingCard(String caseNo, String cardNo, String at) {
        stage.at(at);
        stage.hears(Stage.registration(caseNo, "ZS-SX", at, "'handling':'TRACKING_CARD'"));
        stage.hears(Stage.windowEvent(caseNo, 2, "TRACKING_CARD_ISSUED", at, SampleCase.trackingCardJson(cardNo)));
    }

    private void issueTrackingCard() {
        stage.at("2021-09-08T09:28:00+08:00");
        stage.hears(Stage.registration(S6, "ZS-SX", "2021-09-08T09:28:00+08:00", "'handling':'TRACKING_CARD'"));
        stage.hears(Stage.windowEvent(
                S6,
                2,
                "TRACKING_CARD_ISSUED",
                "2021-09-08T09:30:00+08:00",
                SampleCase.trackingCardJson("GZK-442000114-20210908-003")));
        stage.assertThatCase(S6).isIn(State.AWAITING_SECOND_VISIT).hasOrders(0);
    }

    @Test
    void aCaseThatWasNeverHandedOffClosesAWorkingDayAfterItsResult() {
        stage.at("2021-09-17T10:00:00+08:00");
        stage.hears(Stage.registration(S6, "ZS-SX", "2021-09-17T10:00:00+08:00", "'handling':'COORDINATE'"));
        stage.hears(Stage.windowEvent(
                S6, 2, "RESULT", "2021-09-17T11:00:00+08:00", "{'result':'SOLVED','resultText':'已办','onSpot':false}"));
        stage.at("2021-09-18T23:59:58+08:00");
        stage.assertThatCase(S6).isIn(State.RESOLVED);
        stage.at("2021-09-18T23:59:59+08:00");
        stage.assertThatCase(S6).isIn(State.CLOSED);
    }

    @Test
    void s7AKeyPressAfterClosingGoesToTheHotlineAndARedoOpensASecondRound() {
        playS1UntilClosed();
        stage.at("2021-09-28T15:30:00+08:00");
        String pressed = Stage.windowEvent(
                S1,
                3,
                "EVALUATION",
                "2021-09-28T15:30:00+08:00",
                "{'evaluationId':'PJ-ZS-DQ-A012-20210928','ticketNo':'A012','level':2,'raw':'2','scale':'S5',"
                        + "'source':'KEY','at':'2021-09-28T15:30:00+08:00'}");
        stage.hears(pressed);
        assertThat(stage.hears(pressed.replace("/3'", "/4'").replace("'version':3", "'version':4")))
                .isEqualTo(Casework.Verdict.DUPLICATE);
        assertThat(stage.told(S1, "hotline-legacy")).containsExactly("HANDED_OFF", "EVALUATION");
        stage.assertThatCase(S1).isIn(State.CLOSED);
        s1Callback(
                10,
                "REDO_ORDERED",
                "2021-09-29T09:00:00+08:00",
                "{'newOrderNo':'0210908155301000001-02','deadline':'2021-10-12T23:59:59+08:00'}");
        stage.assertThatCase(S1).isIn(State.ASSIGNED).hasOrders(2).hasDeadline("2021-10-12T23:59:59+08:00");
        String signed = Stage.callback(
                "hotline-legacy", "0210908155301000001-02", 1, "ORDER_SIGNED", "2021-09-29T10:00:00+08:00", "{}");
        stage.hears(signed);
        stage.assertThatCase(S1).isIn(State.SIGNED);
        s1Callback(11, "PROGRESS", "2021-09-29T11:00:00+08:00", "{'text':'旧工单'}");
        stage.assertThatCase(S1).isIn(State.SIGNED);
    }

    @Test
    void aMissingCalendarParksTheMessageAndLeavesNothingBehind() {
        stage.at("2026-12-28T09:00:00+08:00");
        Casework.Verdict verdict =
                stage.hears(Stage.registration(S6, "ZS-SX", "2026-12-28T09:00:00+08:00", "'handling':'COORDINATE'"));
        assertThat(verdict).isEqualTo(Casework.Verdict.PARKED);
        assertThat(stage.parkReasons()).singleElement().asString().contains("CALENDAR_MISSING", "2027");
        assertThat(stage.hasCase(S6)).isFalse();
    }
}
