package org.hotlinegateway.console;

import java.security.Principal;
import java.util.List;
import org.hotlinegateway.delivery.Commit;
import org.hotlinegateway.delivery.DeskGroups;
import org.hotlinegateway.delivery.DeskView;
import org.hotlinegateway.ledger.DeskAct;
import org.hotlinegateway.ledger.DeskBook;
import org.hotlinegateway.ledger.DeskItem;
import org.hotlinegateway.ledger.DeskSide;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The desk: what waits for a person, by what it has in common; setting aside and putting back; who did what. */
@RestController
@RequestMapping("/staff/api/v1/desk")
final class DeskApi {
    static final int MOST = 1000;

    private final DeskGroups groups;
    private final DeskBook desk;

    DeskApi(DeskGroups groups, DeskBook desk) {
        this.groups = groups;
        this.desk = desk;
    }

    /** The description of the desk's addresses. */
    @GetMapping("/openapi.yaml")
    ResponseEntity<Resource> description() {
        return ResponseEntity.ok()
                .header("Content-Type", "application/yaml;charset=UTF-8")
                .body(new ClassPathResource("openapi/staff-desk.yaml"));
    }

    @GetMapping("/groups")
    List<DeskView> groups(@RequestParam(defaultValue = "100") int limit) {
        return groups.all(bounded(limit));
    }

    @GetMapping("/groups/{id}")
    DeskView group(@PathVariable long id) {
        return groups.one(id).orElseThrow(DeskApi::noGroup);
    }

    @GetMapping("/groups/{id}/items")
    List<DeskItem> items(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        return groups.items(id, after, bounded(limit)).orElseThrow(DeskApi::noGroup);
    }

    /** Something that waits or waited, and all that people did about it. */
    record Told(DeskItem item, List<DeskAct> acts) {}

    /** @param side {@code messages}, {@code deliveries} or {@code attachments} */
    @GetMapping("/{side:messages|deliveries|attachments}/{id}")
    Told item(@PathVariable String side, @PathVariable long id) {
        DeskSide of = side(side);
        DeskItem item = desk.item(of, id).orElseThrow(DeskApi::notAtTheDesk);
        return new Told(item, desk.actsOn(of.named(id)));
    }

    @PostMapping("/{side:messages|deliveries|attachments}/{id}/discard")
    Told discard(
            @PathVariable String side, @PathVariable long id, @RequestBody StaffApi.Because because, Principal who) {
        item(side, id);
        if (!Commit.awaited(desk.discard(side(side), id, who.getName(), because.checked()))) {
            throw StaffProblem.notWaiting("What you want to discard", "waiting");
        }
        return item(side, id);
    }

    /** Puts back what was discarded, where the order of its lane permits. */
    @PostMapping("/{side:messages|deliveries|attachments}/{id}/undo-discard")
    Told undo(@PathVariable String side, @PathVariable long id, @RequestBody StaffApi.Because because, Principal who) {
        return switch (Commit.awaited(desk.undo(side(side), id, who.getName(), because.checked()))) {
            case DONE -> item(side, id);
            case NOT_DISCARDED -> throw StaffProblem.notWaiting("This", "discarded");
            case OVERTAKEN -> throw StaffProblem.overtaken();
        };
    }

    /** What people did at the desk, in order. */
    @GetMapping("/acts")
    List<DeskAct> acts(@RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int limit) {
        return desk.acts(after, bounded(limit));
    }

    static DeskSide side(String path) {
        return switch (path) {
            case "messages" -> DeskSide.MESSAGE;
            case "deliveries" -> DeskSide.DELIVERY;
            default -> DeskSide.ATTACHMENT;
        };
    }

    static int bounded(int limit) {
        return Math.max(1, Math.min(limit, MOST));
    }

    static StaffProblem notAtTheDesk() {
        return StaffProblem.missing("Nothing with this number waits, or has waited lately, at the desk.");
    }

    private static StaffProblem noGroup() {
        return StaffProblem.missing("Nothing waits in a group with this number.");
    }
}
