package org.hotlinegateway.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.hotlinegateway.ledger.Acceptance;
import org.hotlinegateway.ledger.NewMessage;
import org.hotlinegateway.peer.DoorAnswer;
import org.hotlinegateway.peer.InboundMessage;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.peer.Peers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where every message comes in: who sends it, is it whole, was it seen before. Its receipt is given only after the ledger
 * has it on disk.
 */
@RestController
final class Door {
    private final Peers peers;
    private final Gatekeeper gatekeeper;
    private final Screening screening;
    private final Commits commits;
    private final Receipts receipts;
    private final ClosingDoor closing;
    private final DoorPressure pressure;
    private final Clock clock;

    Door(
            Peers peers,
            Gatekeeper gatekeeper,
            Screening screening,
            Commits commits,
            Receipts receipts,
            ClosingDoor closing,
            DoorPressure pressure,
            Clock clock) {
        this.peers = peers;
        this.gatekeeper = gatekeeper;
        this.screening = screening;
        this.commits = commits;
        this.receipts = receipts;
        this.closing = closing;
        this.pressure = pressure;
        this.clock = clock;
    }

    @PostMapping("/api/v1/{peer}/{message}")
    ResponseEntity<byte[]> receive(
            @PathVariable String peer, @PathVariable String message, HttpServletRequest request) {
        PeerProfile sender = peers.find(peer).orElseThrow(Refusal::unknownAddress);
        Ending address = Ending.of(message);
        InboundMessage kind = sender.inbound().message(address.name());
        if (kind == null) {
            throw Refusal.unknownAddress();
        }
        DoorAnswer answer = kind.answer(address.ending()).orElseThrow(Refusal::unknownAddress);
        closing.requireOpen();
        commits.requireRoom();
        RawBody.requireCarrier(request, kind.format());
        byte[] raw = RawBody.read(request, sender.inbound().maxBody());
        Integer denied = sender.inbound().denied();
        try {
            gatekeeper.admit(sender, request, raw, kind.format());
        } catch (Refusal refusal) {
            return receipts.denied(answer, refusal, denied);
        }
        return take(sender, address.name(), kind, answer, raw, contentType(request, kind));
    }

    /** From here on the sender is known, and hears a refusal in its own words if it has such. */
    private ResponseEntity<byte[]> take(
            PeerProfile sender,
            String message,
            InboundMessage kind,
            DoorAnswer answer,
            byte[] raw,
            String contentType) {
        try {
            pressure.admit(sender.code());
            Screened screened = screening.screen(sender, kind, raw);
            pressure.admit(sender.code(), screened.hall());
            Acceptance acceptance = commits.accept(newMessage(sender, message, screened, raw, contentType));
            if (acceptance.verdict() == Acceptance.Verdict.CONFLICT) {
                throw conflict();
            }
            pressure.taken();
            return receipts.taken(kind, answer, acceptance, screened.messageId());
        } catch (Refusal refusal) {
            boolean saysNoTime = refusal.retryAfter().isEmpty();
            if (kind.problems() || saysNoTime && refusal.code().asksToComeBack()) {
                throw refusal;
            }
            return receipts.refused(answer, refusal, kind.refused());
        }
    }

    private NewMessage newMessage(
            PeerProfile sender, String message, Screened screened, byte[] raw, String contentType) {
        return new NewMessage(
                sender.code(),
                message,
                screened.key(),
                screened.lane(),
                raw,
                contentType,
                Hashes.ofContent(sender, raw),
                clock.instant(),
                screened.parkReason(),
                screened.waitingOn(),
                screened.conversions());
    }

    private static String contentType(HttpServletRequest request, InboundMessage kind) {
        String declared = request.getContentType();
        return declared == null ? kind.format().mediaType() : declared;
    }

    private static Refusal conflict() {
        return new Refusal(
                ProblemCode.IDEMPOTENCY_CONFLICT,
                "A message with this id but other content was accepted before. Send a changed message under a new id.");
    }
}
