package org.hotlinegateway.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotlinegateway.ledger.SelectionSql.Ended;

/**
 * The work on a frozen selection, step by step. What a step does to the members and what it notes of them is one unit of
 * work, so that a process that dies between two steps leaves nothing half done and nothing to be done twice.
 */
final class SelectionWork {
    static final int AT_ONCE = 200;
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final int BURSTS_A_MINUTE = 30;

    private final DeskTx desk;
    private final SelectionSql selections;

    SelectionWork(DeskTx desk) {
        this.desk = desk;
        this.selections = desk.tables().selections();
    }

    /** Sends the first member that waits. */
    Begun tryOne(long id, int perMinute, String by, String reason) {
        Optional<DeskSelection> found = selections.lock(id);
        Begun may = may(found, MemberState.WAITING);
        if (may != Begun.DONE) {
            return may;
        }
        selections.begin(id, SelectionState.TRYING, perMinute, by, reason, desk.now());
        DeskSelection begun = selections.find(id).orElseThrow();
        for (DeskMember member : selections.in(id, MemberState.WAITING, AT_ONCE)) {
            if (release(begun, member)) {
                return Begun.DONE;
            }
        }
        selections.state(id, SelectionState.TRY_FAILED, desk.now());
        return Begun.NOTHING_LEFT;
    }

    /** Lets the rest follow; unless one healed, only with a reason to do without. */
    Begun rest(long id, int perMinute, String by, String reason, Optional<String> without) {
        Optional<DeskSelection> found = selections.lock(id);
        Begun may = may(found, MemberState.WAITING);
        if (may != Begun.DONE) {
            return may;
        }
        boolean healed = found.filter(s -> s.count(MemberState.HEALED) > 0)
                .filter(s -> s.state() != SelectionState.TRY_FAILED)
                .isPresent();
        if (!healed && without.isEmpty()) {
            return Begun.NOT_TRIED;
        }
        without.filter(given -> !healed).ifPresent(given -> selections.override(id, given));
        selections.begin(id, SelectionState.REPLAYING, perMinute, by, reason, desk.now());
        return Begun.DONE;
    }

    /** Begins to set aside what waits or failed again. */
    Begun discard(long id, String by, String reason) {
        Optional<DeskSelection> found = selections.lock(id);
        Begun may = may(found, MemberState.WAITING, MemberState.FAILED);
        return begin(may, found, SelectionState.DISCARDING, by, reason);
    }

    /** Begins to put back what was set aside. */
    Begun undo(long id, String by, String reason) {
        Optional<DeskSelection> found = selections.lock(id);
        return begin(may(found, MemberState.DISCARDED), found, SelectionState.UNDOING, by, reason);
    }

    private Begun begin(Begun may, Optional<DeskSelection> found, SelectionState state, String by, String reason) {
        if (may == Begun.DONE) {
            found.ifPresent(s -> selections.begin(s.id(), state, s.perMinute(), by, reason, desk.now()));
        }
        return may;
    }

    private static Begun may(Optional<DeskSelection> found, MemberState... needed) {
        if (found.isEmpty()) {
            return Begun.NOT_FOUND;
        }
        if (found.get().state().isAtWork()) {
            return Begun.AT_WORK;
        }
        for (MemberState state : needed) {
            if (found.get().count(state) > 0) {
                return Begun.DONE;
            }
        }
        return Begun.NOTHING_LEFT;
    }

    /** Sends no more; false when there is no work. */
    boolean cancel(long id) {
        Optional<DeskSelection> working =
                selections.lock(id).filter(s -> s.state().isAtWork());
        working.ifPresent(s -> selections.state(
                id, s.count(MemberState.SENT) > 0 ? SelectionState.CANCELLING : SelectionState.CANCELLED, desk.now()));
        return working.isPresent();
    }

    /**
     * Works on a selection for a moment; false when another process does, or there is nothing to do.
     *
     * @param inFlight how many may be sent and without an end at once
     */
    boolean step(long id, String owner, Duration lease, int inFlight) {
        Optional<DeskSelection> mine = selections.lease(id, owner, desk.now().plus(lease), desk.now());
        mine.ifPresent(s -> step(s, inFlight));
        return mine.isPresent();
    }

    private void step(DeskSelection s, int inFlight) {
        switch (s.state()) {
            case TRYING -> tried(s.id(), settle(s.id()));
            case REPLAYING -> replaying(s.id(), inFlight);
            case CANCELLING -> {
                settle(s.id());
                end(s.id(), SelectionState.CANCELLED, MemberState.SENT);
            }
            case DISCARDING -> discarding(s);
            case UNDOING -> undoing(s);
            default -> throw new IllegalStateException("selection " + s.id() + " is " + s.state() + " and not at work");
        }
    }

    private List<Ended> settle(long id) {
        List<Ended> ended = selections.ended(id, AT_ONCE);
        ended.forEach(one -> selections.ended(id, one.place(), one.became(), one.note(), desk.now()));
        return ended;
    }

    private void tried(long id, List<Ended> ended) {
        if (!ended.isEmpty()) {
            boolean healed = ended.stream().anyMatch(one -> one.became() == MemberState.HEALED);
            selections.state(id, healed ? SelectionState.TRIED : SelectionState.TRY_FAILED, desk.now());
        }
    }

    private void replaying(long id, int inFlight) {
        settle(id);
        DeskSelection s = selections.find(id).orElseThrow();
        Allowance allowance = allowance(s);
        long room = Math.max(0, inFlight - s.count(MemberState.SENT));
        int most = (int) Math.min(AT_ONCE, Math.min(allowance.number(), room));
        if (most > 0) {
            selections.in(id, MemberState.WAITING, most).forEach(member -> release(s, member));
            selections.released(id, allowance.until());
        }
        end(id, SelectionState.DONE, MemberState.WAITING, MemberState.SENT);
    }

    /**
     * How many may be sent now.
     *
     * @param until the time up to which the speed is used up then
     */
    private record Allowance(long number, Instant until) {}

    private Allowance allowance(DeskSelection s) {
        Instant now = desk.now();
        Instant last = s.releasedAt() == null ? now : s.releasedAt();
        long number = Duration.between(last, now).toMillis() * s.perMinute() / MINUTE;
        long burst = Math.max(1, s.perMinute() / BURSTS_A_MINUTE);
        return number > burst
                ? new Allowance(burst, now)
                : new Allowance(number, last.plusMillis(number * MINUTE / s.perMinute()));
    }

    /** Sends a member again; false when it waits no more, or not for this. */
    private boolean release(DeskSelection s, DeskMember member) {
        if (desk.replay(member.side(), member.id(), by(s), because(s))) {
            selections.sent(s.id(), member.place(), desk.now());
            return true;
        }
        boolean copyWaits = desk.tables().copies().waits(member.side(), member.id());
        selections.ended(
                s.id(),
                member.place(),
                copyWaits ? MemberState.FAILED : MemberState.GONE,
                copyWaits ? "COPY_WAITS" : null,
                desk.now());
        return false;
    }

    private void discarding(DeskSelection s) {
        List<DeskMember> some = selections.in(s.id(), MemberState.WAITING, AT_ONCE);
        List<DeskMember> next = some.isEmpty() ? selections.in(s.id(), MemberState.FAILED, AT_ONCE) : some;
        for (DeskMember member : next) {
            boolean done = desk.discard(member.side(), member.id(), by(s), because(s));
            MemberState state = done ? MemberState.DISCARDED : MemberState.GONE;
            selections.ended(s.id(), member.place(), state, null, desk.now());
        }
        end(s.id(), SelectionState.DISCARDED, MemberState.WAITING, MemberState.FAILED);
    }

    private void undoing(DeskSelection s) {
        for (DeskMember member : selections.in(s.id(), MemberState.DISCARDED, AT_ONCE)) {
            Undone undone = desk.undo(member.side(), member.id(), by(s), because(s));
            MemberState state = switch (undone) {
                case DONE -> MemberState.RESTORED;
                case OVERTAKEN -> MemberState.OVERTAKEN;
                case NOT_DISCARDED -> MemberState.GONE;
            };
            selections.ended(s.id(), member.place(), state, null, desk.now());
        }
        end(s.id(), SelectionState.UNDONE, MemberState.DISCARDED);
    }

    /** Ends the work when no member is in one of these states. */
    private void end(long id, SelectionState state, MemberState... open) {
        DeskSelection s = selections.find(id).orElseThrow();
        for (MemberState one : open) {
            if (s.count(one) > 0) {
                return;
            }
        }
        selections.state(id, state, desk.now());
    }

    private static String by(DeskSelection s) {
        return s.actedBy() == null ? s.by() : s.actedBy();
    }

    private static String because(DeskSelection s) {
        return (s.actReason() == null ? s.reason() : s.actReason()) + " (selection " + s.id() + ")";
    }
}
