package org.hotlinegateway.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.hotlinegateway.ledger.ClaimedDelivery;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.LedgerException;
import org.hotlinegateway.ledger.LedgerTx;
import org.hotlinegateway.ledger.StoredMessage;
import org.hotlinegateway.ledger.Timer;
import org.hotlinegateway.peer.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides what messages, answers and the clock make of cases, inside the ledger's transaction. Every method may be
 * run again: it has no effect outside the transaction.
 */
@Component
public class Casework {
    private static final Logger LOG = LoggerFactory.getLogger(Casework.class);
    private static final int TIMERS_AT_ONCE = 200;
    private static final int RETRY_HOURS = 1;

    private final Ledger ledger;
    private final InstantSource clock;
    private final Supplier<Rules> live;
    private volatile Tools tools;

    /** @param live the rules in force now; one decision goes by one of them */
    public Casework(Ledger ledger, InstantSource clock, Supplier<Rules> live) {
        this.ledger = ledger;
        this.clock = clock;
        this.live = live;
        this.tools = Tools.under(live.get());
    }

    /** What decisions are made with under one and the same rules. */
    private record Tools(Rules rules, CaseMachine machine, Timers timers, AlertDesk alerts) {
        static Tools under(Rules rules) {
            CaseMachine machine = new CaseMachine(rules);
            return new Tools(rules, machine, new Timers(rules), new AlertDesk(machine, rules));
        }
    }

    private Tools tools() {
        Rules now = live.get();
        Tools known = tools;
        if (known.rules() != now) {
            known = Tools.under(now);
            tools = known;
        }
        return known;
    }

    /** What became of a message. */
    public enum Verdict {
        APPLIED,
        /** Known before: counted, no entry. */
        DUPLICATE,
        PARKED,
        /** No longer waiting, or not yet its turn. */
        NOT_TAKEN
    }

    /** Takes and decides a message whose translation is {@code case-event/1}; parks it when that is not possible now. */
    public Verdict decide(LedgerTx tx, StoredMessage message, byte[] caseEvent) {
        if (!tx.take(message.id())) {
            return Verdict.NOT_TAKEN;
        }
        try {
            Event event = Json.read(caseEvent, Event.class)
                    .receivedAt(message.receivedAt().atOffset(Json.BEIJING));
            Tools now = tools();
            Verdict verdict = new Inbound(
                            tx, new CaseStore(tx, now.timers(), now.rules()), now.machine(), now.alerts(), now.rules())
                    .decide(event, message.id());
            tx.applied(message.id());
            return verdict;
        } catch (Parked e) {
            tx.park(message.id(), e.reason(), e.waitingOn());
        } catch (JacksonException e) {
            tx.park(message.id(), "EVENT_UNREADABLE: " + CaseMachine.path(e), null);
        }
        return Verdict.PARKED;
    }

    /** Appends the event that a peer's answer carries, if it carries one and the case does not know it yet. */
    public void answered(LedgerTx tx, ClaimedDelivery claimed, Answer answer) {
        if (answer.eventType() == null) {
            return;
        }
        Tools now = tools();
        CaseStore store = new CaseStore(tx, now.timers(), now.rules());
        String id = "answer/" + claimed.id() + "/" + answer.eventType();
        Optional<CaseStore.Found> found = store.find(claimed.caseNo());
        if (found.isEmpty() || tx.eventHash(claimed.peer(), id).isPresent()) {
            return;
        }
        Event event = answerEvent(claimed, answer, id, store.now());
        Decision decision = References.isTaken(tx, claimed.caseNo(), event)
                ? now.machine().refuse(found.get().value(), event, References.TAKEN, Occasion.at(store.now()))
                : now.machine().decideAnyway(found.get().value(), event, Occasion.at(store.now()));
        store.write(found.get(), decision, new CaseStore.Origin(0, CaseStore.hash(event), null));
    }

    /**
     * Appends that a file of a case is kept, once; the peers that take files of the case are told.
     *
     * @param publicId the file's id at the gateway
     * @param payload the attachment as JSON, and in {@code from} the peer it came from
     */
    public void attachmentKept(LedgerTx tx, String caseNo, String publicId, byte[] payload) {
        Tools now = tools();
        CaseStore store = new CaseStore(tx, now.timers(), now.rules());
        String id = "attachment/" + publicId;
        Optional<CaseStore.Found> found = store.find(caseNo);
        if (found.isEmpty() || tx.eventHash(Event.GATEWAY, id).isPresent()) {
            return;
        }
        Event event = Notes.made(EventType.ATTACHMENT_KEPT, Json.read(payload, ObjectNode.class), id, store.now())
                .withId(id)
                .withSubject(caseNo);
        Decision decision = now.machine().decideAnyway(found.get().value(), event, Occasion.at(store.now()));
        store.write(found.get(), decision, CaseStore.Origin.GATEWAY);
    }

    /** The event of a delivery as its peer can place it: with the number its order got after the event. */
    public byte[] asSent(ClaimedDelivery claimed) {
        byte[] document = claimed.document();
        boolean makesTheOrder = claimed.eventType().equals(EventType.HANDED_OFF.name());
        if (makesTheOrder || !OrderNumbers.mayLack(document)) {
            return document;
        }
        return ledger.findCase(claimed.caseNo())
                .map(now -> OrderNumbers.filled(document, claimed.peer(), Json.read(now.document(), Case.class)))
                .orElse(document);
    }

    private static Event answerEvent(ClaimedDelivery claimed, Answer answer, String id, OffsetDateTime now) {
        ObjectNode payload =
                answer.eventPayload() == null ? Json.object() : Json.read(answer.eventPayload(), ObjectNode.class);
        return new Event(
                Event.SCHEMA,
                id,
                claimed.peer(),
                String.valueOf(answer.eventType()),
                claimed.caseNo(),
                answer.peerReference(),
                claimed.caseNo() + "/" + claimed.seq(),
                null,
                now,
                now,
                payload,
                null);
    }

    /** Whether a parked message is a person's: nothing will release it by itself, or it has waited too long for that. */
    public boolean needsPerson(StoredMessage parked) {
        return parked.waitingOn() == null || parked.receivedAt().isBefore(tooLongSince());
    }

    /** How many messages have waited for an order or a case longer than the policy's {@code parkingHours}. */
    public long overdue() {
        Instant since = tooLongSince();
        return ledger.messagesWaitingSince("order:", since) + ledger.messagesWaitingSince("case:", since);
    }

    private Instant tooLongSince() {
        return clock.instant().minus(Duration.ofHours(live.get().closing().parkingHours()));
    }

    /** Does what the clock makes due, each in its own transaction; returns how many timers fired. */
    public int fireTimers() {
        List<Timer> due = ledger.timersDue(clock.instant(), TIMERS_AT_ONCE);
        due.forEach(this::fireAlone);
        return due.size();
    }

    /** One timer that fails must not hold up the others. */
    private void fireAlone(Timer timer) {
        try {
            ledger.write(tx -> {
                        fire(tx, timer);
                        return true;
                    })
                    .join();
        } catch (CompletionException e) {
            LOG.warn("timer {} of case {} failed", timer.kind(), timer.caseNo(), e.getCause());
            if (!(e.getCause() instanceof LedgerException)) {
                putOff(timer);
            }
        }
    }

    /** What is wrong with the case itself is not better in a second. */
    private void putOff(Timer timer) {
        ledger.write(tx -> {
                    tx.putOff(timer, tx.now().plus(Duration.ofHours(RETRY_HOURS)));
                    return true;
                })
                .join();
    }

    /** Does what a due timer is for and unschedules it; a timer that is not casework's is left alone. */
    public void fire(LedgerTx tx, Timer timer) {
        Timers.kind(timer).ifPresent(kind -> fire(tx, timer, kind));
    }

    private void fire(LedgerTx tx, Timer timer, Timers.Kind kind) {
        Tools now = tools();
        Timers timers = now.timers();
        CaseStore store = new CaseStore(tx, timers, now.rules());
        Optional<CaseStore.Found> found = store.find(timer.caseNo());
        Optional<OffsetDateTime> due =
                found.map(f -> timers.wanted(f.value()).get(kind)).filter(at -> !at.isAfter(store.now()));
        if (due.isEmpty()) {
            tx.unschedule(timer.caseNo(), timer.kind());
            found.ifPresent(f -> timers.adjust(tx, null, f.value()));
            return;
        }
        CaseStore.Found on = found.orElseThrow();
        Event event = Timers.event(kind, on.value(), due.get());
        Decision decision = now.machine().decideAnyway(on.value(), event, Occasion.at(store.now()));
        store.write(on, decision, CaseStore.Origin.GATEWAY);
        if (timers.wanted(decision.caseAfter()).containsKey(kind)) {
            OffsetDateTime again = store.now().plusHours(RETRY_HOURS);
            tx.schedule(new Timer(timer.caseNo(), timer.kind(), again.toInstant()));
        }
    }
}
