package org.hotlinegateway.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.hotlinegateway.ledger.ClaimedDelivery;
import org.hotlinegateway.ledger.Damage;
import org.hotlinegateway.ledger.LedgerSettings;
import org.hotlinegateway.ledger.MessageState;
import org.hotlinegateway.ledger.MovableClock;
import org.hotlinegateway.ledger.NewMessage;
import org.hotlinegateway.ledger.SqlLedger;
import org.hotlinegateway.ledger.StoredDelivery;
import org.hotlinegateway.ledger.StoredEvent;
import org.hotlinegateway.ledger.StoredMessage;
import org.hotlinegateway.ledger.Timer;
import org.hotlinegateway.peer.Answer;
import org.hotlinegateway.vault.FieldCipher;
import org.hotlinegateway.vault.KeyRing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A real ledger in a folder, a movable clock and casework, played with canonical events. */
final class Stage implements AutoCloseable {
    private final MovableClock clock = new MovableClock(Instant.parse("2021-01-01T00:00:00Z"));
    private final SqlLedger ledger;
    private final Casework casework;
    private final AtomicLong deliveries = new AtomicLong();
    private int messages;

    Stage(Path folder) {
        this(folder, SampleCase.RULES);
    }

    Stage(Path folder, Rules rules) {
        ledger = SqlLedger.open(
                LedgerSettings.at("jdbc:sqlite:" + folder.resolve("ledger.db")),
                new FieldCipher(KeyRing.parse(KeyRing.generate())),
                clock,
                cause -> {});
        casework = new Casework(ledger, clock, () -> rules);
    }

    /** Moves the clock to a time and lets what is due happen. */
    void at(String time) {
        clock.move(Duration.between(clock.instant(), OffsetDateTime.parse(time).toInstant()));
        casework.fireTimers();
    }

    /** Damages the record of a case. */
    void damage(String caseNo) {
        Damage.to(ledger, "cases", "document", "case_no = '" + caseNo + "'");
    }

    /** Kinds of the timers that are due at a time. */
    List<String> timersDueAt(String time) {
        return ledger.timersDue(OffsetDateTime.parse(time).toInstant(), 100).stream()
                .map(Timer::kind)
                .toList();
    }

    Casework.Verdict hears(String event) {
        return decide(accept(event));
    }

    /** The same message by a doubled claim check: both readers opened it before either decided. */
    List<Casework.Verdict> hearsByTwoClaimChecks(String event) {
        StoredMessage message = ledger.message(accept(event)).orElseThrow();
        var first = ledger.write(tx -> casework.decide(tx, message, message.raw()));
        var second = ledger.write(tx -> casework.decide(tx, message, message.raw()));
        return List.of(first.join(), second.join());
    }

    private long accept(String event) {
        byte[] bytes = event.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        Documents.assertCaseEvent(bytes);
        String peer = Json.read(bytes, Event.class).peer();
        return ledger.accept(new NewMessage(
                        peer,
                        "events",
                        "M-" + ++messages,
                        "lane-" + messages,
                        bytes,
                        "application/json",
                        "hash-" + messages,
                        clock.instant(),
                        null,
                        null))
                .join()
                .messageId();
    }

    private Casework.Verdict decide(long messageId) {
        StoredMessage message = ledger.message(messageId).orElseThrow();
        return ledger.write(tx -> casework.decide(tx, message, message.raw())).join();
    }

    void decideReleased() {
        ledger.messagesIn(MessageState.RECEIVED, 100).forEach(message -> decide(message.id()));
    }

    /** The parts of messages to a peer in their order, "null" for a message itself. */
    List<String> partsTold(String caseNo, String peer) {
        return ledger.deliveries(caseNo).stream()
                .filter(delivery -> delivery.peer().equals(peer))
                .map(delivery -> String.valueOf(delivery.part()))
                .toList();
    }

    /** A peer's answer to one of the case's deliveries. */
    void answers(String peer, String caseNo, String type, String payload) {
        ClaimedDelivery claimed = new ClaimedDelivery(
                deliveries.incrementAndGet(),
                peer,
                caseNo,
                1,
                "",
                1,
                1,
                clock.instant(),
                null,
                clock.instant(),
                null,
                null,
                new byte[0],
                false);
        Answer answer = new Answer(
                Answer.Verdict.ACKNOWLEDGED,
                false,
                null,
                null,
                null,
                type,
                payload.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        ledger.write(tx -> {
                    casework.answered(tx, claimed, answer);
                    return true;
                })
                .join();
    }

    boolean hasCase(String caseNo) {
        return ledger.findCase(caseNo).isPresent();
    }

    long messagesIn(MessageState state) {
        return ledger.messagesIn(state, 100).size();
    }

    /** How many parked messages are a person's by now, in the list and in the figure. */
    long overdue() {
        long listed = ledger.messagesIn(MessageState.PARKED, 100).stream()
                .filter(casework::needsPerson)
                .count();
        assertThat(casework.overdue()).isEqualTo(listed);
        return listed;
    }

    List<String> parkReasons() {
        return ledger.messagesIn(MessageState.PARKED, 100).stream()
                .map(message -> String.valueOf(message.reason()))
                .toList();
    }

    /** Types of the case's entries; every one of them is a valid delivery document. */
    List<String> types(String caseNo) {
        List<StoredEvent> events = ledger.events(caseNo);
        events.forEach(entry -> Documents.assertDelivery(entry.event().document()));
        return events.stream().map(entry -> entry.event().type()).toList();
    }

    JsonNode event(String caseNo, String type) {
        return ledger.events(caseNo).stream()
                .filter(entry -> entry.event().type().equals(type))
                .map(entry -> Json.MAPPER.readTree(entry.event().document()))
                .findFirst()
                .orElseThrow();
    }

    /** Types of the events a peer is told of a case, in order. */
    List<String> told(String caseNo, String peer) {
        return ledger.deliveries(caseNo).stream()
                .filter(delivery -> delivery.peer().equals(peer))
                .map(StoredDelivery::eventType)
                .toList();
    }

    CaseAssert assertThatCase(String caseNo) {
        types(caseNo);
        byte[] document = ledger.findCase(caseNo).orElseThrow().document();
        return new CaseAssert(
                Json.read(document, Case.class),
                ledger.findCase(caseNo).orElseThrow().deadline());
    }

    /** What a scenario may say of a case. */
    record CaseAssert(Case actual, @Nullable Instant runningDeadline) {
        CaseAssert isIn(State state) {
            assertThat(actual.state()).isEqualTo(state);
            return this;
        }

        CaseAssert hasDeadline(String deadline) {
            assertThat(actual.deadline()).isEqualTo(deadline);
            return this;
        }

        CaseAssert hasNoRunningClock() {
            assertThat(runningDeadline).isNull();
            return this;
        }

        CaseAssert hasOrders(int count) {
            assertThat(actual.orders()).hasSize(count);
            return this;
        }

        CaseAssert hasCards(int count) {
            assertThat(actual.cards()).hasSize(count);
            return this;
        }

        CaseAssert reads(String title, String content) {
            assertThat(actual.title()).isEqualTo(title);
            assertThat(actual.content()).isEqualTo(content);
            return this;
        }
    }

    static String callback(String peer, String orderNo, int seq, String type, String at, String payload) {
        return "{'schema':'case-event/1','id':'%s/%s/%d','source':'%s','type':'%s','peerReference':'%s',"
                        .formatted(orderNo, type, seq, peer, type, orderNo)
                + "'version':%d,'occurredAt':'%s','payload':%s}".formatted(seq, at, payload);
    }

    static String windowEvent(String caseNo, int version, String type, String at, String payload) {
        return "{'schema':'case-event/1','id':'%s/%d','source':'window:ZS','type':'%s','subject':'%s',"
                        .formatted(caseNo, version, type, caseNo)
                + "'version':%d,'occurredAt':'%s','payload':%s}".formatted(version, at, payload);
    }

    static String registration(String caseNo, String hall, String at, String fields) {
        String payload = "{'channel':'WINDOW','hallCode':'%s','registeredAt':'%s',".formatted(hall, at)
                + "'requester':{'kind':'PERSON','name':'测试乙','contactPhone':'13800000001','masked':false},"
                + "'causes':['ACCEPTANCE'],'appealType':'HELP','title':'标题','content':'内容'," + fields + "}";
        return windowEvent(caseNo, 1, "CASE_REGISTERED", at, payload);
    }

    static String alert(String alertId, int failCount, String at) {
        return "{'schema':'case-event/1','id':'%s/%s','source':'appointment','type':'NO_NUMBER_ALERT',"
                        .formatted(alertId, at)
                + "'peerReference':'%s','occurredAt':'%s','payload':{'alertKey':'NN|ZS-SX|t-8831|2021-06-25',"
                        .formatted(alertId, at)
                + "'hallCode':'ZS-SX','regionCode':'442000114000','taskTypeId':'t-8831','matterName':'领取营业执照',"
                + "'slotDate':'2021-06-25','period':'AM','quota':40,'issued':40,'waiting':11,'reason':'QUOTA_DAY',"
                + "'failCount':%d,'firstAt':'2021-06-25T09:31:02+08:00','lastAt':'%s','peerAlertIds':['%s'],"
                        .formatted(failCount, at, alertId)
                + "'requesters':[{'kind':'PERSON','name':'测*','contactPhone':'138****0001','masked':true}]}}";
    }

    @Override
    public void close() {
        ledger.close();
    }
}
