package org.hotlinegateway.casework;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.hotlinegateway.ledger.LedgerTx;
import org.hotlinegateway.ledger.NewDelivery;
import org.hotlinegateway.ledger.NewEvent;
import org.hotlinegateway.ledger.StoredCase;
import org.jspecify.annotations.Nullable;

/** Cases and their histories in the ledger's transaction. */
final class CaseStore {
    private static final DateTimeFormatter HANDOFF_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final int HANDOFF_DIGITS = 4;
    private static final Set<String> INDEPENDENT =
            Set.of(EventType.EVALUATION.name(), EventType.ATTACHMENT_KEPT.name());

    private final LedgerTx tx;
    private final Timers timers;
    private final Rules rules;

    CaseStore(LedgerTx tx, Timers timers, Rules rules) {
        this.tx = tx;
        this.timers = timers;
        this.rules = rules;
    }

    /**
     * A case as found and locked.
     *
     * @param lastSeq sequence of its last event
     */
    record Found(Case value, StoredCase stored, int lastSeq) {}

    /**
     * Where an event came from.
     *
     * @param messageId number of its message, 0 when the gateway made it
     * @param version as compared in the ledger: rises over all rounds of a case
     */
    record Origin(
            long messageId, String payloadHash, @Nullable Long version) {
        static final Origin GATEWAY = new Origin(0, "", null);
    }

    Optional<Found> find(String caseNo) {
        return tx.lockCase(caseNo)
                .map(stored -> new Found(Json.read(stored.document(), Case.class), stored, stored.lastSeq()));
    }

    OffsetDateTime now() {
        return Json.beijing(tx.now().atOffset(Json.BEIJING));
    }

    /** Writes a decision: the case, its entries, their deliveries, timers and references. */
    void write(@Nullable Found found, Decision decision, Origin origin) {
        if (decision.steps().isEmpty()) {
            return;
        }
        Case after = decision.caseAfter();
        store(found, after);
        int seq = found == null ? 0 : found.lastSeq();
        for (int i = 0; i < decision.steps().size(); i++) {
            append(after.caseNo(), ++seq, decision.steps().get(i), i == 0 ? origin : Origin.GATEWAY);
        }
        Case was = found == null ? null : found.value();
        refer(was, after);
        OpenCards.adjust(tx, was, after);
        timers.adjust(tx, was, after);
    }

    private void store(@Nullable Found found, Case after) {
        OffsetDateTime deadline = after.state().isUnresolved() ? after.deadline() : null;
        StoredCase row = new StoredCase(
                found == null ? 0 : found.stored().id(),
                after.caseNo(),
                after.state().name(),
                after.hallCode() == null ? "" : after.hallCode(),
                deadline == null ? null : deadline.toInstant(),
                found == null ? 0 : found.lastSeq(),
                Json.bytes(after),
                tx.now());
        if (found == null) {
            tx.insertCase(row);
            tx.release("case:" + after.caseNo());
        } else {
            tx.updateCase(row);
        }
    }

    private void append(String caseNo, int seq, Step step, Origin origin) {
        Event event = identified(step.event(), caseNo, seq);
        Instant received =
                event.receivedAt() == null ? tx.now() : event.receivedAt().toInstant();
        byte[] document = Json.entry(CaseFiles.withoutAddresses(event).withSubject(caseNo), seq, step);
        int given = tx.appendEvent(
                caseNo,
                new NewEvent(
                        event.source(),
                        event.id(),
                        event.type(),
                        event.isFromGateway() ? null : origin.version(),
                        origin.payloadHash(),
                        event.occurredAt().toInstant(),
                        received,
                        step.before() == null ? null : step.before().name(),
                        step.after().state().name(),
                        step.late(),
                        step.note(),
                        origin.messageId(),
                        document));
        CaseFiles.named(event)
                .forEach(file -> tx.attachments().name(event.peer(), caseNo, event.peerReference(), file));
        for (String peer : step.peers()) {
            deliver(peer, caseNo, given, event.type(), document);
        }
    }

    /** The message that tells a peer, and what of it does not fit into one message. */
    private void deliver(String peer, String caseNo, int seq, String type, byte[] document) {
        PeerWishes wishes = rules.wishesOf(peer);
        boolean independent = INDEPENDENT.contains(type) || wishes.independent().contains(type);
        tx.addDelivery(new NewDelivery(peer, caseNo, seq, type, tx.now(), independent));
        for (String part : wishes.partsOf(type, document)) {
            tx.addDelivery(new NewDelivery(peer, caseNo, seq, type, tx.now(), independent, part));
        }
    }

    private Event identified(Event event, String caseNo, int seq) {
        if (!event.isFromGateway() || !event.id().isEmpty()) {
            return event;
        }
        if (!event.type().equals(EventType.HANDED_OFF.name())) {
            return event.withId(caseNo + "/" + seq);
        }
        String number = Long.toString(tx.next("handoff"));
        String padded = "0".repeat(Math.max(0, HANDOFF_DIGITS - number.length())) + number;
        return event.withId("GW-" + HANDOFF_TIME.format(now()) + "-" + padded);
    }

    private void refer(@Nullable Case was, Case after) {
        PeerReference registered = after.registeredBy();
        if (was == null && registered != null) {
            tx.addReference(after.caseNo(), registered.peer(), registered.reference());
            tx.release("order:" + registered.peer() + ":" + registered.reference());
        }
        for (Order order : after.orders()) {
            String number = order.orderNo();
            if (number != null && (was == null || was.order(number).isEmpty())) {
                tx.addReference(after.caseNo(), order.peer(), number);
                tx.release("order:" + order.peer() + ":" + number);
            }
        }
        after.trackingCards().stream()
                .filter(card -> was == null || !was.trackingCards().contains(card))
                .filter(card -> tx.caseNoOf(Audience.WINDOW_PEER, card.cardNo()).isEmpty())
                .forEach(card -> tx.addReference(after.caseNo(), Audience.WINDOW_PEER, card.cardNo()));
    }

    /** Hash of what an event says, to tell a repeat from a contradiction. */
    static String hash(Event event) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            String said = event.type() + "\n" + Json.text(event.occurredAt()) + "\n" + event.payload();
            return HexFormat.of().formatHex(sha256.digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
