package org.hotlinegateway.console;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotlinegateway.delivery.Commit;
import org.hotlinegateway.ledger.DeskBook;
import org.hotlinegateway.ledger.DeskCopy;
import org.hotlinegateway.ledger.DeskSide;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Contents of what waits at the desk: shown masked, revealed for a reason, corrected in a copy that a second person
 * approves. Every reveal is kept before it is answered.
 */
@RestController
@RequestMapping("/staff/api/v1/desk")
final class CopiesApi {
    private final DeskBook desk;
    private final DeskContents contents;

    CopiesApi(DeskBook desk, DeskContents contents) {
        this.desk = desk;
        this.contents = contents;
    }

    /**
     * A correction: some fields of a JSON document, or the whole body.
     *
     * @param set new values by path, like {@code payload.files[0].name}; null takes a field away
     * @param body the whole body as text, kept in UTF-8
     * @param bodyBase64 the whole body in bytes
     */
    record Correction(
            @Nullable Map<String, JsonNode> set,
            @Nullable String body,
            @Nullable String bodyBase64,
            @Nullable String reason) {}

    /** Every field, personal data masked. */
    @GetMapping("/{side:messages|deliveries}/{id}/fields")
    Map<String, String> fields(@PathVariable String side, @PathVariable long id) {
        return contents.fields(original(side, id));
    }

    /** The original as it is. */
    @PostMapping("/{side:messages|deliveries}/{id}/reveal")
    DeskContents.Whole reveal(
            @PathVariable String side, @PathVariable long id, @RequestBody StaffApi.Because because, Principal who) {
        DeskContents.Original original = original(side, id);
        revealed(DeskApi.side(side).named(id), because, who);
        return DeskContents.whole(original.opened(), original.contentType());
    }

    @PostMapping("/{side:messages|deliveries}/{id}/copies")
    @ResponseStatus(HttpStatus.CREATED)
    DeskContents.Shown edit(
            @PathVariable String side, @PathVariable long id, @RequestBody Correction correction, Principal who) {
        DeskSide of = DeskApi.side(side);
        String reason = new StaffApi.Because(correction.reason()).checked();
        byte[] corrected = contents.corrected(original(side, id), correction);
        Optional<Long> copy = Commit.awaited(desk.keepCopy(of, id, corrected, who.getName(), reason));
        return shown(copy.orElseThrow(() -> StaffProblem.notWaiting("What you want to correct", "waiting")));
    }

    /** All copies there ever were of it. */
    @GetMapping("/{side:messages|deliveries}/{id}/copies")
    List<DeskContents.Shown> copies(@PathVariable String side, @PathVariable long id) {
        return desk.copies(DeskApi.side(side), id).stream().map(contents::shown).toList();
    }

    /** Those that wait for a second person. */
    @GetMapping("/copies")
    List<DeskContents.Shown> waiting(@RequestParam(defaultValue = "100") int limit) {
        return desk.copiesWaiting(DeskApi.bounded(limit)).stream()
                .map(contents::shown)
                .toList();
    }

    @GetMapping("/copies/{id}")
    DeskContents.Shown shown(@PathVariable long id) {
        return contents.shown(copy(id));
    }

    /** The differences as they are. */
    @PostMapping("/copies/{id}/reveal")
    DeskContents.Shown reveal(@PathVariable long id, @RequestBody StaffApi.Because because, Principal who) {
        DeskCopy copy = copy(id);
        revealed("COPY " + id, because, who);
        return contents.revealed(copy);
    }

    @PostMapping("/copies/{id}/approve")
    DeskContents.Shown approve(@PathVariable long id, @RequestBody StaffApi.Because because, Principal who) {
        return judged(id, true, because, who);
    }

    @PostMapping("/copies/{id}/reject")
    DeskContents.Shown reject(@PathVariable long id, @RequestBody StaffApi.Because because, Principal who) {
        return judged(id, false, because, who);
    }

    private DeskContents.Shown judged(long id, boolean approve, StaffApi.Because because, Principal who) {
        copy(id);
        return switch (Commit.awaited(desk.judge(id, approve, who.getName(), because.checked()))) {
            case DONE -> shown(id);
            case NOT_WAITING -> throw StaffProblem.notWaiting("The copy", "waiting for approval");
            case SAME_PERSON -> throw StaffProblem.samePerson();
            case OVERTAKEN -> throw StaffProblem.notWaiting("What the copy is of", "waiting any more");
        };
    }

    private void revealed(String subject, StaffApi.Because because, Principal who) {
        Commit.awaited(desk.note(who.getName(), "REVEAL", subject, because.checked()));
    }

    private DeskContents.Original original(String side, long id) {
        return contents.original(DeskApi.side(side), id).orElseThrow(DeskApi::notAtTheDesk);
    }

    private DeskCopy copy(long id) {
        return desk.copy(id).orElseThrow(() -> StaffProblem.missing("There is no copy with this number."));
    }
}
