package org.hotlinegateway.casework;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.hotlinegateway.casework.Case.Cause;
import org.hotlinegateway.casework.Case.Handling;
import org.hotlinegateway.mapping.MappingSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Invented cases in any state, and events that meet them. */
final class SampleCase {
    static final String CASE_NO = "BBCS-442000002-20210908-0016";
    static final String ORDER_NO = "0210908155301000001";
    static final OffsetDateTime REGISTERED_AT = OffsetDateTime.parse("2021-09-08T15:53:00+08:00");
    static final OffsetDateTime DEADLINE = OffsetDateTime.parse("2021-09-23T23:59:59+08:00");
    static final OffsetDateTime NOW = OffsetDateTime.parse("2021-09-13T10:00:00+08:00");
    static final Rules RULES = Rules.of(MappingSet.load(Path.of("mappings")).contents());

    private SampleCase() {}

    /** A case in a state, then changed as the words say: transfer, hotline, unheld, unlinked, multi, quota, wants. */
    static @Nullable Case of(String description) {
        if (description.equals("none")) {
            return null;
        }
        String[] words = description.split(" ");
        Case made = standing(State.valueOf(words[0]));
        for (int i = 1; i < words.length; i++) {
            made = changed(made, words[i]);
        }
        return made;
    }

    private static Case standing(State state) {
        Event registered = event("window:ZS-DQ", "CASE_REGISTERED", registration());
        Situation s = new Situation(null, registered, EventType.CASE_REGISTERED, RULES, Occasion.at(NOW));
        return Registration.open(s).with(draft -> {
            draft.state = state;
            if (state.rank() >= State.ACCEPTED.rank()) {
                draft.acceptedAt = REGISTERED_AT;
                draft.timeLimit = RULES.clocks().limit(Case.AppealType.HELP, REGISTERED_AT);
                draft.deadline = DEADLINE;
                draft.ruleSet = "demo";
            }
            if (state.rank() >= State.HANDED_OFF.rank()) {
                draft.orders = List.of(order().linked(ORDER_NO));
            }
            if (state.rank() >= State.RESOLVED.rank()) {
                draft.resolvedAt = NOW.minusHours(2);
            }
            if (!state.isOpen()) {
                draft.closedAt = NOW.minusHours(1);
            }
            if (state == State.AWAITING_SECOND_VISIT) {
                draft.trackingCards = List.of(card().issuedFor(CASE_NO, REGISTERED_AT));
            }
            if (state == State.RETURN_PENDING) {
                draft.workings = draft.workings.withPriorState(State.SIGNED);
            }
        });
    }

    private static Case changed(Case was, String word) {
        return was.with(draft -> {
            switch (word) {
                case "transfer" -> {
                    draft.outOfScope = true;
                    draft.explanation = "不属政务服务范围";
                    draft.timeLimit = null;
                    draft.deadline = null;
                }
                case "hotline" -> draft.handling = Handling.HOTLINE;
                case "unheld" -> draft.orders = List.of();
                case "unlinked" -> draft.orders = List.of(order());
                case "multi" -> draft.causes = List.of(Cause.MULTI_DEPT);
                case "extended" -> draft.extensionCount = 1;
                case "quota" ->
                    draft.quotaPolicy = Json.read(
                            payload("{'hallCode':'ZS-DQ','taskTypeIds':['t-8831'],'policy':'WALK_IN',"
                                    + "'effectiveFrom':'2021-06-28T08:30:00+08:00','approvedBy':'大厅负责人',"
                                    + "'status':'REQUESTED'}"),
                            QuotaPolicy.class);
                case "wants" -> draft.workings = draft.workings.withCloseWanted(NOW);
                case "alert" -> {
                    draft.alertKey = "NN|ZS-DQ|t-8831|2021-09-13";
                    draft.workings = draft.workings.withAlertSlotDate(LocalDate.parse("2021-09-13"));
                }
                case "yellow" -> draft.cards = List.of(Json.read(payload(cardJson("YELLOW")), Card.class));
                case "red" -> draft.cards = List.of(Json.read(payload(cardJson("RED")), Card.class));
                case "watched" -> draft.oversight = Case.Oversight.YELLOW;
                default -> throw new IllegalArgumentException(word);
            }
        });
    }

    static String cardJson(String level) {
        return "{'level':'%s','seq':1,'issuedAt':'2021-09-24T00:00:00+08:00','asOf':'2021-09-24T00:00:00+08:00',"
                        .formatted(level)
                + "'deadline':'2021-09-23T23:59:59+08:00','overdueWorkdays':1,'points':-5,'policy':'demo',"
                + "'unitCode':'ORG-DQJD'}";
    }

    private static Order order() {
        return Order.at("hotline-legacy", "hotline-legacy", Order.Kind.COORDINATION, Order.Urgency.NORMAL, "ORG-DQJD");
    }

    private static TrackingCard card() {
        return Json.read(payload(trackingCardJson("GZK-1")), TrackingCard.class);
    }

    static String trackingCardJson(String cardNo) {
        return "{'cardNo':'%s','qr':'k7Q2m9X4','matter':{'name':'开具住房证明'},".formatted(cardNo)
                + "'missing':['身份证复印件'],'nextWindow':'9','contact':'0760-88000000',"
                + "'issuedBy':'窗口07','validUntil':'2021-09-23'}";
    }

    static ObjectNode registration() {
        return payload("{'channel':'WINDOW','hallCode':'ZS-DQ','windowNo':'BBCS-1','registrar':'窗口01',"
                + "'registeredAt':'2021-09-08T15:53:00+08:00','requester':{'kind':'PERSON','name':'测试甲',"
                + "'contactPhone':'13800000000','masked':false},'matter':{'name':'个体工商户设立登记'},"
                + "'causes':['MATERIAL'],'appealType':'HELP','title':'登记受阻','content':'拟登记经营场所。',"
                + "'handling':'ON_SPOT','hostUnit':'ORG-DQJD'}");
    }

    static Event event(String source, String type, ObjectNode payload) {
        return new Event(Event.SCHEMA, "E-1", source, type, CASE_NO, null, null, null, NOW, NOW, payload, null);
    }

    static ObjectNode payload(String json) {
        return Json.read(json.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8), ObjectNode.class);
    }
}
