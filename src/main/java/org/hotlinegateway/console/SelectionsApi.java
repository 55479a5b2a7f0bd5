package org.hotlinegateway.console;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hotlinegateway.delivery.Commit;
import org.hotlinegateway.delivery.DeskSettings;
import org.hotlinegateway.delivery.DryRun;
import org.hotlinegateway.delivery.DryRuns;
import org.hotlinegateway.ledger.Begun;
import org.hotlinegateway.ledger.DeskBook;
import org.hotlinegateway.ledger.DeskFilter;
import org.hotlinegateway.ledger.DeskMember;
import org.hotlinegateway.ledger.DeskSelection;
import org.hotlinegateway.ledger.DeskSide;
import org.hotlinegateway.ledger.Fingerprint.Stage;
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

/** Frozen selections of what waits at the desk: what a replay would make of them, one replayed, then the rest. */
@RestController
@RequestMapping("/staff/api/v1/desk/selections")
final class SelectionsApi {
    private static final int PER_MINUTE_AT_MOST = 60_000;
    private static final int ITEMS_AT_MOST = 1000;

    private final DeskBook desk;
    private final DryRuns dryRuns;
    private final DeskSettings settings;

    SelectionsApi(DeskBook desk, DryRuns dryRuns, DeskSettings settings) {
        this.desk = desk;
        this.dryRuns = dryRuns;
        this.settings = settings;
    }

    /**
     * What to select, of what waits now; what is absent does not matter.
     *
     * @param items numbers of single messages or deliveries; they need a side
     */
    record Wanted(
            @Nullable Long group,
            @Nullable DeskSide side,
            @Nullable Stage stage,
            @Nullable String code,
            @Nullable String peer,
            @Nullable String since,
            @Nullable String until,
            @Nullable List<Long> items,
            @Nullable String reason) {
        DeskFilter filter() {
            List<Long> single = items == null ? List.of() : items;
            if (single.size() > ITEMS_AT_MOST || !single.isEmpty() && side == null) {
                throw StaffProblem.malformed("items: expected at most 1000 numbers, and a side.");
            }
            return new DeskFilter(group, side, stage, code, peer, time(since), time(until), single);
        }
    }

    /**
     * How to go on.
     *
     * @param perMinute absent: as configured
     * @param withoutFirst why the rest may go without one that healed
     */
    record Going(
            @Nullable String reason,
            @Nullable Integer perMinute,
            @Nullable String withoutFirst) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DeskSelection freeze(@RequestBody Wanted wanted, Principal who) {
        String reason = new StaffApi.Because(wanted.reason()).checked();
        return Commit.awaited(desk.freeze(wanted.filter(), settings.perMinute(), who.getName(), reason));
    }

    @GetMapping
    List<DeskSelection> newest(@RequestParam(defaultValue = "50") int limit) {
        return desk.selections(DeskApi.bounded(limit));
    }

    @GetMapping("/{id}")
    DeskSelection one(@PathVariable long id) {
        return desk.selection(id).orElseThrow(SelectionsApi::notFound);
    }

    @GetMapping("/{id}/members")
    List<DeskMember> members(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "100") int limit) {
        one(id);
        return desk.members(id, after, DeskApi.bounded(limit));
    }

    /** What the live mapping set would make of every member; nothing is sent or written. */
    @PostMapping("/{id}/dry-run")
    DryRun dryRun(@PathVariable long id) {
        return dryRuns.of(id).orElseThrow(SelectionsApi::notFound);
    }

    @PostMapping("/{id}/replay-first")
    DeskSelection tryOne(@PathVariable long id, @RequestBody Going going, Principal who) {
        return begun(id, Commit.awaited(desk.tryOne(id, speed(going), who.getName(), reason(going))));
    }

    @PostMapping("/{id}/replay-rest")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeskSelection rest(@PathVariable long id, @RequestBody Going going, Principal who) {
        Optional<String> without =
                Optional.ofNullable(going.withoutFirst()).map(why -> new StaffApi.Because(why).checked());
        if (without.isPresent() && !settings.override()) {
            throw StaffProblem.overrideOff();
        }
        return begun(id, Commit.awaited(desk.rest(id, speed(going), who.getName(), reason(going), without)));
    }

    @PostMapping("/{id}/cancel")
    DeskSelection cancel(@PathVariable long id, @RequestBody StaffApi.Because because, Principal who) {
        one(id);
        if (!Commit.awaited(desk.cancel(id, who.getName(), because.checked()))) {
            throw StaffProblem.notWaiting("The selection", "being worked on");
        }
        return one(id);
    }

    @PostMapping("/{id}/discard")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeskSelection discard(@PathVariable long id, @RequestBody StaffApi.Because because, Principal who) {
        return begun(id, Commit.awaited(desk.discard(id, who.getName(), because.checked())));
    }

    @PostMapping("/{id}/undo-discard")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeskSelection undo(@PathVariable long id, @RequestBody StaffApi.Because because, Principal who) {
        return begun(id, Commit.awaited(desk.undo(id, who.getName(), because.checked())));
    }

    private DeskSelection begun(long id, Begun begun) {
        return switch (begun) {
            case DONE -> one(id);
            case NOT_FOUND -> throw notFound();
            case AT_WORK, NOT_TRIED, NOTHING_LEFT -> throw StaffProblem.notBegun(begun);
        };
    }

    private int speed(Going going) {
        Integer wanted = going.perMinute();
        if (wanted != null && (wanted < 1 || wanted > PER_MINUTE_AT_MOST)) {
            throw StaffProblem.malformed("perMinute: expected a number from 1 to 60000.");
        }
        return wanted == null ? settings.perMinute() : wanted;
    }

    private static String reason(Going going) {
        return new StaffApi.Because(going.reason()).checked();
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw StaffProblem.noTime();
        }
    }

    private static StaffProblem notFound() {
        return StaffProblem.missing("There is no selection with this number.");
    }
}
