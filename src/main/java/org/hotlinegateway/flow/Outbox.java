package org.hotlinegateway.flow;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.hotlinegateway.delivery.Answers;
import org.hotlinegateway.delivery.Attempt;
import org.hotlinegateway.delivery.Failure;
import org.hotlinegateway.delivery.Failure.Kind;
import org.hotlinegateway.delivery.Lanes;
import org.hotlinegateway.delivery.Outcomes;
import org.hotlinegateway.delivery.Unmapped;
import org.hotlinegateway.ledger.ClaimedDelivery;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.Settlement;
import org.hotlinegateway.mapping.MappingFailure;
import org.hotlinegateway.peer.Answer;
import org.hotlinegateway.peer.Answer.Verdict;
import org.hotlinegateway.peer.OutboundSigner;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.peer.Peers;
import org.hotlinegateway.vault.DoesNotOpen;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Steps of the routes {@code <peer>-delivery}: claim, sign, settle, and what to do when one of them fails. The peer is
 * the route's group.
 */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    static final String ATTEMPT = "DeliveryAttempt";
    private static final String SIGNED = "RequestSigned";

    /** What {@code $eventType} says of a part of a message; its {@code $part} says which. */
    private static final String PART = "PART";

    private final Settling settling;
    private final Lanes lanes;
    private final Outcomes outcomes;
    private final Hears casework;
    private final Peers peers;
    private final OutboundSigner signer;
    private final Clock clock;

    Outbox(
            Ledger ledger,
            Lanes lanes,
            Outcomes outcomes,
            Hears casework,
            Peers peers,
            OutboundSigner signer,
            DeliveryMeters meters,
            Clock clock) {
        this.settling = new Settling(ledger, lanes, casework, meters);
        this.lanes = lanes;
        this.outcomes = outcomes;
        this.casework = casework;
        this.peers = peers;
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * Claims the head of the lane; ends the exchange when there is nothing to send now, which is normal. Where an earlier
     * send's outcome is unknown and the peer can be asked, it is asked first.
     */
    public void claim(Exchange exchange) throws Exception {
        String peer = Carried.peer(exchange);
        long id = Carried.claimCheck(exchange);
        Optional<Attempt> attempt = lanes.claim(peer, id);
        if (attempt.isEmpty()) {
            exchange.setRouteStop(true);
            return;
        }
        if (!attempt.get().opens()) {
            damaged(exchange, attempt.get());
            return;
        }
        begin(exchange, attempt.get(), peers.require(peer));
        String query = attempt.get().peer().query();
        if (query != null && attempt.get().mustAsk() && !Questions.finds(query, exchange)) {
            exchange.setRouteStop(true);
        }
    }

    /** What is kept of it does not open: tried again as another fault is, then held; of several, only the guilty one. */
    private void damaged(Exchange exchange, Attempt attempt) {
        exchange.setRouteStop(true);
        Failure failure =
                new Failure(Kind.FAULT, DoesNotOpen.CODE, "what is kept of it is damaged, or a key is missing");
        end(attempt, lanes.smaller(attempt).orElseGet(() -> outcomes.of(failure, attempt)), null);
    }

    private void begin(Exchange exchange, Attempt attempt, PeerProfile peer) {
        ClaimedDelivery claimed = attempt.claimed();
        exchange.setProperty(ATTEMPT, attempt);
        exchange.setProperty("messageId", claimed.caseNo() + "/" + claimed.seq() + "/" + claimed.peer());
        exchange.setProperty("attempt", claimed.attempt());
        exchange.setProperty("eventType", claimed.part() == null ? claimed.eventType() : PART);
        exchange.setProperty("caseNo", claimed.caseNo());
        if (attempt.feedSeq() != null) {
            exchange.setProperty("feedSeq", attempt.feedSeq());
        }
        if (claimed.part() != null) {
            exchange.setProperty("part", claimed.part());
            exchange.setProperty("partOf", claimed.partOf());
        }
        TextParts.carry(exchange, claimed, attempt.peer());
        exchange.setProperty(MappingProducer.SIGNER, signer.fieldsFor(peer));
        exchange.getMessage().setBody(attempt.feedSeq() == null ? casework.asSent(claimed) : attempt.document());
    }

    /** Signs the finished message for the address in {@code CamelHttpPath}; from here on the peer may have it. */
    public void sign(Exchange exchange) {
        Message message = exchange.getMessage();
        String path = Carried.header(exchange, Exchange.HTTP_PATH);
        PeerProfile peer = peers.require(Carried.peer(exchange));
        proof(exchange, peer, path).forEach(message::setHeader);
        exchange.setProperty(
                ATTEMPT, attempt(exchange).mappedBy(exchange.getProperty(MappingProducer.DIGEST, String.class)));
        exchange.setProperty(SIGNED, Boolean.TRUE);
    }

    private Map<String, String> proof(Exchange exchange, PeerProfile peer, String path) {
        return exchange.getMessage().getBody() instanceof FileMessage file
                ? signer.headers(peer, "POST", path, algorithm -> file.hash())
                : signer.headers(peer, "POST", path, Carried.bytes(exchange));
    }

    /** Holds the delivery: what it is about cannot be sent. */
    void withhold(Exchange exchange, String code, String text) {
        end(exchange, Kind.UNMAPPABLE, code, text);
        exchange.setRouteStop(true);
    }

    /** Settles by the judged answer and lets casework hear it in the same transaction. */
    public void settle(Exchange exchange) {
        Answer said = Answers.parse(Carried.bytes(exchange));
        HttpAnswer head = HttpAnswer.of(exchange, clock.instant());
        Optional<Answer> ruled = attempt(exchange).peer().ruled(head.status(), said);
        Answer answer = ruled.orElse(said);
        Attempt attempt = answered(exchange, head, answer.verdict());
        if (ruled.isEmpty() && head.asksToWait() && answer.verdict() != Verdict.ACKNOWLEDGED) {
            end(attempt, outcomes.later(head.status(), attempt), null);
        } else {
            end(attempt, outcomes.of(answer, attempt), answer);
        }
    }

    /** Takes the peer's answer to a question by key: it has the message, it has it not, or it does not say. */
    public void resolve(Exchange exchange) {
        Answer answer = Answers.parse(Carried.bytes(exchange));
        Attempt attempt = answered(exchange, HttpAnswer.of(exchange, clock.instant()), answer.verdict());
        switch (answer.verdict()) {
            case ACKNOWLEDGED -> end(attempt, outcomes.of(answer, attempt), answer);
            case ABSENT -> Questions.answerAbsent(exchange);
            case REFUSED, RETRY, UNKNOWN ->
                end(attempt, outcomes.stillUnknown(answer.code(), answer.text(), attempt), null);
        }
    }

    /** The message could not be written; of several deliveries, only the guilty one is held. */
    public void unmappable(Exchange exchange) {
        Attempt attempt = attempt(exchange).mappedBy(exchange.getProperty(MappingProducer.DIGEST, String.class));
        end(attempt, lanes.smaller(attempt).orElseGet(() -> outcomes.of(unwritable(exchange), attempt)), null);
    }

    /** One that lacks only rows of tables waits on them. */
    private static Failure unwritable(Exchange exchange) {
        MappingFailure failure = Carried.caught(exchange, MappingFailure.class);
        String text = Unmapped.waitingOn(failure).orElse("") + fields(exchange);
        return new Failure(Kind.UNMAPPABLE, Unmapped.CODE, text);
    }

    /** No connection to the peer. */
    public void notSent(Exchange exchange) {
        lanes.noteTrouble(Carried.peer(exchange), Duration.ZERO);
        end(
                exchange,
                Kind.NOT_SENT,
                "NOT_CONNECTED",
                Carried.caught(exchange, Exception.class).getClass().getSimpleName());
    }

    /** Sent, and then silence or a broken line. */
    public void noAnswer(Exchange exchange) {
        lanes.noteTrouble(Carried.peer(exchange), Duration.ZERO);
        end(
                exchange,
                Kind.NO_ANSWER,
                "NO_ANSWER",
                Carried.caught(exchange, Exception.class).getClass().getSimpleName());
    }

    /** An answer that its mapping cannot read. */
    public void unreadable(Exchange exchange) {
        HttpAnswer head = HttpAnswer.of(exchange, clock.instant());
        Answer nothing = new Answer(Verdict.UNKNOWN, false, null, head.code(), null, null, null);
        Optional<Answer> ruled = attempt(exchange).peer().ruled(head.status(), nothing);
        Attempt attempt = answered(exchange, head, ruled.orElse(nothing).verdict());
        if (Questions.isQuestion(exchange)) {
            end(attempt, outcomes.stillUnknown(head.code(), fields(exchange), attempt), null);
        } else if (ruled.isPresent()) {
            end(attempt, outcomes.of(ruled.get(), attempt), null);
        } else if (head.asksToWait()) {
            end(attempt, outcomes.later(head.status(), attempt), null);
        } else if (head.isTurnedAway()) {
            end(exchange, Kind.TURNED_AWAY, head.code(), "the peer turned the request away");
        } else {
            end(
                    exchange,
                    Kind.UNREADABLE_ANSWER,
                    "ANSWER_UNREADABLE",
                    "HTTP " + head.status() + ": " + fields(exchange));
        }
    }

    /** Anything unforeseen. Once signed, the peer may have the message. */
    public void fault(Exchange exchange) {
        Exception fault = Carried.caught(exchange, Exception.class);
        boolean maybeSent = exchange.getProperty(SIGNED, Boolean.class) != null;
        String step = Carried.failedStep(exchange);
        LOG.warn("route {} failed at {}", exchange.getFromRouteId(), step, fault);
        if (exchange.getProperty(ATTEMPT) != null) {
            end(
                    exchange,
                    maybeSent ? Kind.NO_ANSWER : Kind.FAULT,
                    fault instanceof DoesNotOpen ? DoesNotOpen.CODE : "FAULT",
                    fault.getClass().getSimpleName());
        }
    }

    private void end(Exchange exchange, Kind kind, String code, String text) {
        Attempt attempt = attempt(exchange);
        end(attempt, outcomes.of(new Failure(kind, code, text), attempt), null);
    }

    private void end(Attempt attempt, Settlement settlement, @Nullable Answer answer) {
        settling.end(attempt, settlement, answer);
    }

    private Attempt answered(Exchange exchange, HttpAnswer head, Verdict verdict) {
        Attempt attempt = attempt(exchange);
        if (head.isTroubled()) {
            lanes.noteTrouble(Carried.peer(exchange), head.asked());
        } else if (head.isDoubtful(verdict)) {
            lanes.noteDoubt(attempt);
        } else {
            lanes.noteWell(Carried.peer(exchange));
        }
        return attempt.askedToWait(head.asked());
    }

    private static String fields(Exchange exchange) {
        MappingFailure failure = Carried.caught(exchange, MappingFailure.class);
        return failure.errors().stream()
                .map(error -> error.code() + " " + error.target())
                .collect(Collectors.joining(", "));
    }

    private static Attempt attempt(Exchange exchange) {
        return Carried.property(exchange, ATTEMPT, Attempt.class).converted(Carried.conversions(exchange));
    }
}
