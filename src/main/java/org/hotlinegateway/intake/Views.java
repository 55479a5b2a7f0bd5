package org.hotlinegateway.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hotlinegateway.peer.DoorAnswer;
import org.hotlinegateway.peer.InboundView;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.peer.Peers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers a peer's questions in its own dialect, where its profile declares views: the rows of a code table, or what
 * became of something under the peer's own number. The mapping is the white list of what the peer sees.
 */
@RestController
final class Views {
    private static final int MOST = 50;

    private final Peers peers;
    private final Gatekeeper gatekeeper;
    private final ViewDocuments documents;
    private final Receipts receipts;
    private final Refusals unanswered;

    Views(Peers peers, Gatekeeper gatekeeper, ViewDocuments documents, Receipts receipts, Refusals unanswered) {
        this.peers = peers;
        this.gatekeeper = gatekeeper;
        this.documents = documents;
        this.receipts = receipts;
        this.unanswered = unanswered;
    }

    @GetMapping("/api/v1/{peer}/{view}")
    ResponseEntity<byte[]> several(@PathVariable String peer, @PathVariable String view, HttpServletRequest request) {
        Ending address = Ending.of(view);
        return view(peer, address.name())
                .filter(known -> known.view().rows() != null || known.view().numbers() != null)
                .flatMap(known -> answered(known, address.ending(), request, () -> several(known, request)))
                .orElseGet(() -> unanswered.unanswered(request));
    }

    @GetMapping("/api/v1/{peer}/{view}/{number}")
    ResponseEntity<byte[]> one(
            @PathVariable String peer,
            @PathVariable String view,
            @PathVariable String number,
            HttpServletRequest request) {
        Ending address = Ending.of(number);
        return view(peer, view)
                .filter(known -> known.view().rows() == null)
                .flatMap(known ->
                        answered(known, address.ending(), request, () -> documents.one(known.asker(), address.name())))
                .orElseGet(() -> unanswered.unanswered(request));
    }

    private byte[] several(Known known, HttpServletRequest request) {
        return known.view().rows() != null
                ? documents.rows(known.view())
                : documents.some(
                        known.asker(),
                        numbers(request, String.valueOf(known.view().numbers())));
    }

    private static List<String> numbers(HttpServletRequest request, String parameter) {
        String listed = FormToken.find(Gatekeeper.parameters(request), parameter);
        List<String> numbers = listed == null
                ? List.of()
                : Stream.of(listed.split(",")).map(String::strip).toList();
        if (numbers.isEmpty() || numbers.size() > MOST) {
            throw new Refusal(
                    ProblemCode.REQUEST_INVALID,
                    "Name 1 to " + MOST + " numbers in the parameter " + parameter + ", separated by commas.");
        }
        return numbers;
    }

    /** A view and whose it is. */
    private record Known(PeerProfile asker, InboundView view) {}

    private Optional<Known> view(String peer, String name) {
        return peers.find(peer)
                .flatMap(asker ->
                        Optional.ofNullable(asker.inbound().views().get(name)).map(view -> new Known(asker, view)));
    }

    private Optional<ResponseEntity<byte[]>> answered(
            Known known, String ending, HttpServletRequest request, Supplier<byte[]> document) {
        return Optional.ofNullable(known.view().answers().get(ending))
                .map(answer -> answered(known, answer, request, document));
    }

    private ResponseEntity<byte[]> answered(
            Known known, DoorAnswer answer, HttpServletRequest request, Supplier<byte[]> document) {
        try {
            gatekeeper.admitQuestion(known.asker(), request);
        } catch (Refusal refusal) {
            return receipts.denied(answer, refusal, known.asker().inbound().denied());
        }
        try {
            return receipts.answer(answer.mapping(), document.get(), 200);
        } catch (Refusal refusal) {
            boolean missing = refusal.code() == ProblemCode.CASE_NOT_FOUND;
            int status =
                    missing ? known.view().missing() : refusal.code().status().value();
            return receipts.denied(answer, refusal, status);
        }
    }
}
