package org.hotlinegateway.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.hotlinegateway.casework.Casework.Verdict;
import org.hotlinegateway.ledger.MessageState;
import org.hotlinegateway.peer.TextOverflow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A peer that leaves the case's number to the gateway and is told of its own cases. */
class RegistrarTest {
    private static final String FIRST = "BBCS-442000002-20210908-0001";
    private static final String ORDER = "210908000000001-01";

    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void openStage() {
        stage = new Stage(
                folder,
                SampleCase.RULES.telling(Map.of(
                        "letters",
                        wishes("ORDER_LINKED", "RESULT", "CASE_CLOSED"),
                        "phone",
                        wishes("RESULT"),
                        "hotline",
                        overflowing())));
        stage.at("2021-09-08T15:53:01+08:00");
    }

    private static PeerWishes wishes(String... told) {
        return new PeerWishes(Set.of(told), Set.of(), null);
    }

    private static PeerWishes overflowing() {
        return new PeerWishes(Set.of(), Set.of(), new TextOverflow("case.content", Set.of("HANDED_OFF"), 50));
    }

    @AfterEach
    void closeStage() {
        stage.close();
    }

    @Test
    void aCaseWithoutANumberGetsOneOfItsRegionAndDay() {
        assertThat(stage.hears(registration("L-1", "ZS-DQ"))).isEqualTo(Verdict.APPLIED);
        assertThat(stage.hears(registration("L-2", "ZS-DQ"))).isEqualTo(Verdict.APPLIED);
        assertThat(stage.hears(registration("L-3", "ZS-SX"))).isEqualTo(Verdict.APPLIED);
        stage.assertThatCase(FIRST).isIn(State.HANDED_OFF);
        assertThat(stage.hasCase("BBCS-442000002-20210908-0002")).isTrue();
        assertThat(stage.hasCase("BBCS-442000114-20210908-0001")).isTrue();
        assertThat(stage.event(FIRST, "CASE_REGISTERED")
                        .at("/case/registeredBy")
                        .toString())
                .isEqualTo("{\"peer\":\"letters\",\"reference\":\"L-1\"}");
    }

    @Test
    void theSameRegistrationMakesNoSecondCase() {
        stage.hears(registration("L-1", "ZS-DQ"));
        assertThat(stage.hears(registration("L-1", "ZS-DQ"))).isEqualTo(Verdict.DUPLICATE);
        assertThat(stage.hasCase("BBCS-442000002-20210908-0002")).isFalse();
    }

    @Test
    void anUnknownHallWaitsForAPerson() {
        assertThat(stage.hears(registration("L-1", "ZS-XX"))).isEqualTo(Verdict.PARKED);
        assertThat(stage.parkReasons())
                .containsExactly("HALL_UNKNOWN: mappings/tables/halls.csv: no hall with code ZS-XX");
        assertThat(stage.messagesIn(MessageState.PARKED)).isEqualTo(1);
    }

    @Test
    void theRegistrarSpeaksOfItsCaseByItsOwnNumber() {
        stage.hears(registration("L-1", "ZS-DQ"));
        stage.hears(
                "{'schema':'case-event/1','id':'L-1/2','source':'letters','type':'CASE_AMENDED','peerReference':'L-1',"
                        + "'occurredAt':'2021-09-08T16:00:00+08:00','payload':{'supplement':'附照片','reason':'补充'}}");
        assertThat(stage.types(FIRST)).containsExactly("CASE_REGISTERED", "HANDED_OFF", "CASE_AMENDED");
        assertThat(stage.told(FIRST, "letters")).isEmpty();
    }

    @Test
    void theRegistrarIsToldOfWhatItAskedForAndNobodyElseIs() {
        stage.hears(registration("L-1", "ZS-DQ"));
        stage.answers("hotline", FIRST, "ORDER_LINKED", "{'orderNo':'%s','duplicate':false}".formatted(ORDER));
        callback(1, "ORDER_ASSIGNED", "{'unitCode':'ORG-DQJD'}");
        callback(2, "ORDER_SIGNED", "{'unitCode':'ORG-DQJD'}");
        callback(3, "RESULT", "{'result':'SOLVED','resultText':'已修复','contacted':true,'factTrue':true}");
        callback(4, "CASE_CLOSED", "{'by':'热线'}");
        stage.assertThatCase(FIRST).isIn(State.CLOSED);
        assertThat(stage.told(FIRST, "letters")).containsExactly("ORDER_LINKED", "RESULT", "CASE_CLOSED");
        assertThat(stage.told(FIRST, "phone")).isEmpty();
    }

    @Test
    void aTextThatDoesNotFitAPeersFieldIsDeliveredInParts() {
        stage.hears(registration("L-1", "ZS-DQ").replace("三盏不亮", "三盏不亮。".repeat(25)));
        stage.hears(registration("L-2", "ZS-DQ"));
        assertThat(stage.partsTold(FIRST, "hotline")).containsExactly("null", "text-2of3", "text-3of3");
        assertThat(stage.partsTold("BBCS-442000002-20210908-0002", "hotline")).containsExactly("null");
    }

    private void callback(int seq, String type, String payload) {
        stage.hears(("{'schema':'case-event/1','id':'%s/%d','source':'hotline','type':'%s','peerReference':'%s',"
                        + "'version':%d,'occurredAt':'2021-09-09T1%d:00:00+08:00','payload':%s}")
                .formatted(ORDER, seq, type, ORDER, seq, seq, payload));
    }

    private static String registration(String reference, String hall) {
        return ("{'schema':'case-event/1','id':'%s','source':'letters','type':'CASE_REGISTERED','peerReference':'%s',"
                        + "'occurredAt':'2021-09-08T15:53:00+08:00','payload':{'channel':'HOTLINE','hallCode':'%s',"
                        + "'requester':{'kind':'ANONYMOUS'},'causes':['ACCEPTANCE'],'title':'路灯不亮','content':'三盏不亮',"
                        + "'handling':'FUNCTIONAL_TRANSFER','outOfScope':true,'explanation':'转职能部门'}}")
                .formatted(reference, reference, hall);
    }
}
