package org.hotlinegateway.casework;

import java.util.Optional;
import org.hotlinegateway.ledger.LedgerTx;
import org.hotlinegateway.peer.Hall;
import org.jspecify.annotations.Nullable;

/** One message's way to its case: which case, known before, out of order. */
final class Inbound {
    private static final long VERSIONS_PER_ROUND = 1_000_000;

    private final LedgerTx tx;
    private final CaseStore store;
    private final CaseMachine machine;
    private final AlertDesk alerts;
    private final Rules rules;

    Inbound(LedgerTx tx, CaseStore store, CaseMachine machine, AlertDesk alerts, Rules rules) {
        this.tx = tx;
        this.store = store;
        this.machine = machine;
        this.alerts = alerts;
        this.rules = rules;
    }

    /** Decides an event; throws {@link Parked} when it must wait. */
    Casework.Verdict decide(Event event, long messageId) {
        String hash = CaseStore.hash(event);
        if (event.type().equals(EventType.NO_NUMBER_ALERT.name())) {
            return alert(event, hash, messageId);
        }
        if (event.subject() == null && event.type().equals(EventType.CASE_REGISTERED.name())) {
            return unnumbered(event, new CaseStore.Origin(messageId, hash, event.version()));
        }
        Optional<String> caseNo = caseNo(event);
        if (caseNo.isEmpty()) {
            return Casework.Verdict.APPLIED;
        }
        Optional<CaseStore.Found> found = store.find(caseNo.get());
        if (found.isEmpty()) {
            return opened(event, caseNo.get(), new CaseStore.Origin(messageId, hash, event.version()));
        }
        Long version = version(event, found.get().value());
        return met(event, found.get(), new CaseStore.Origin(messageId, hash, version));
    }

    private Casework.Verdict alert(Event event, String hash, long messageId) {
        if (tx.eventHash(event.source(), event.id()).isPresent()) {
            return repeated(event);
        }
        alerts.decide(tx, store, event, new CaseStore.Origin(messageId, hash, null));
        return Casework.Verdict.APPLIED;
    }

    /** A registration whose sender leaves the case's number to the gateway. */
    private Casework.Verdict unnumbered(Event event, CaseStore.Origin origin) {
        PeerReference reference = event.reference();
        boolean known = reference != null
                && tx.caseNoOf(reference.peer(), reference.reference()).isPresent();
        if (known || tx.eventHash(event.source(), event.id()).isPresent()) {
            return repeated(event);
        }
        Hall hall = rules.hall(event.payload().path("hallCode").asString(null));
        String caseNo = CaseNumbers.next(tx, store, hall, event.occurredAt());
        return opened(event.withSubject(caseNo), caseNo, origin);
    }

    private Casework.Verdict opened(Event event, String caseNo, CaseStore.Origin origin) {
        if (!event.type().equals(EventType.CASE_REGISTERED.name())) {
            throw new Parked("CASE_UNKNOWN: no case with this number", "case:" + caseNo);
        }
        write(null, machine.decide(null, event, Occasion.at(store.now())), origin);
        return Casework.Verdict.APPLIED;
    }

    private Casework.Verdict met(Event event, CaseStore.Found found, CaseStore.Origin origin) {
        String caseNo = found.value().caseNo();
        boolean cardOpenElsewhere = OpenCards.isOpenElsewhere(tx, event, found.value());
        Occasion occasion = new Occasion(store.now(), isOutOfOrder(event, caseNo, origin), false, cardOpenElsewhere);
        Optional<String> earlier = earlier(event, caseNo, origin);
        if (earlier.isPresent() && earlier.get().equals(origin.payloadHash())) {
            return repeated(event);
        }
        if (earlier.isPresent()) {
            write(found, machine.refuse(found.value(), event, "known before with another content", occasion), origin);
        } else if (References.isTaken(tx, caseNo, event)) {
            write(found, machine.refuse(found.value(), event, References.TAKEN, occasion), origin);
        } else {
            return decided(event, found, occasion, origin);
        }
        return Casework.Verdict.APPLIED;
    }

    private Casework.Verdict decided(Event event, CaseStore.Found found, Occasion occasion, CaseStore.Origin origin) {
        Decision decision = machine.decide(found.value(), event, occasion);
        if (decision.parked() == null && decision.steps().isEmpty()) {
            return repeated(event);
        }
        write(found, decision, origin);
        return Casework.Verdict.APPLIED;
    }

    private void write(CaseStore.@Nullable Found found, Decision decision, CaseStore.Origin origin) {
        if (decision.parked() != null) {
            throw decision.parked();
        }
        store.write(found, decision, origin);
    }

    private Casework.Verdict repeated(Event event) {
        tx.next("duplicates:" + event.peer());
        return Casework.Verdict.DUPLICATE;
    }

    private Optional<String> earlier(Event event, String caseNo, CaseStore.Origin origin) {
        Optional<String> byId = tx.eventHash(event.source(), event.id());
        Long version = origin.version();
        return byId.isPresent() || version == null ? byId : tx.eventHash(event.source(), caseNo, version);
    }

    private boolean isOutOfOrder(Event event, String caseNo, CaseStore.Origin origin) {
        Long version = origin.version();
        return version != null
                && tx.lastVersion(event.source(), caseNo)
                        .filter(last -> version < last)
                        .isPresent();
    }

    /** A hotline counts its versions anew in every round. */
    private static @Nullable Long version(Event event, Case of) {
        if (event.version() == null || event.peerReference() == null) {
            return event.version();
        }
        int round = of.order(event.peerReference()).map(Order::round).orElse(1);
        return (round - 1) * VERSIONS_PER_ROUND + event.version();
    }

    /** The case an event is about; empty when it is about an alert that opened none. */
    private Optional<String> caseNo(Event event) {
        if (event.type().equals(EventType.NO_NUMBER_CLEARED.name())) {
            return alertCase(event);
        }
        if (event.subject() != null) {
            return Optional.of(event.subject());
        }
        String reference = event.peerReference();
        if (reference == null) {
            reference = event.payload().path("cardNo").asString("");
        }
        String peer = event.peer();
        String waitingOn = "order:" + peer + ":" + reference;
        return Optional.of(tx.caseNoOf(peer, reference)
                .orElseThrow(() -> new Parked("ORDER_UNKNOWN: no case under this number of " + peer, waitingOn)));
    }

    private Optional<String> alertCase(Event event) {
        String key = event.payload().path("alertKey").asString("");
        return tx.keepsake(AlertDesk.KEEPSAKE, key)
                .flatMap(kept ->
                        Optional.ofNullable(Json.read(kept, AlertRecord.class).caseNo()));
    }
}
