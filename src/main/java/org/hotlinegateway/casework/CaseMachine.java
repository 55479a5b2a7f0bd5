package org.hotlinegateway.casework;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The state machine: what an event makes of a case, and what the gateway makes of that. A pure function; nothing is
 * lost and nothing steps back, except by a row that says so.
 */
final class CaseMachine {
    private static final Map<EventType, List<Row>> ROWS = Stream.of(
                    IntakeRows.rows(), OrderRows.rows(), OutcomeRows.rows())
            .flatMap(List::stream)
            .collect(Collectors.groupingBy(Row::type));

    private final Rules rules;

    CaseMachine(Rules rules) {
        this.rules = rules;
    }

    /** Decides an event and all that follows from it: no steps for a repeat, parked when something needed is missing. */
    Decision decide(@Nullable Case was, Event event, Occasion occasion) {
        try {
            return new Decision(steps(was, event, occasion), null);
        } catch (Parked e) {
            return new Decision(List.of(), e);
        } catch (JacksonException e) {
            return new Decision(List.of(), new Parked("PAYLOAD_UNREADABLE: " + event.type() + ": " + path(e)));
        }
    }

    static String path(JacksonException e) {
        return e.getPath().stream()
                .map(reference -> String.valueOf(reference.getPropertyName()))
                .collect(Collectors.joining(".", "payload.", ""));
    }

    /** Decides an event that cannot be parked: when what follows is not possible, a note says why. */
    Decision decideAnyway(Case was, Event event, Occasion occasion) {
        Decision decision = decide(was, event, occasion);
        if (decision.parked() == null) {
            return decision;
        }
        String reason = decision.parked().reason();
        try {
            Step step = step(was, event, occasion);
            Event note = Notes.note(step.event(), reason, "MANUAL", occasion);
            return new Decision(List.of(step, noteStep(step.after(), note)), null);
        } catch (Parked e) {
            return new Decision(List.of(noteStep(was, Notes.note(event, reason, "MANUAL", occasion))), null);
        }
    }

    private List<Step> steps(@Nullable Case was, Event first, Occasion occasion) {
        List<Step> steps = new ArrayList<>();
        if (was != null && Repeats.isRepeat(was, first)) {
            return steps;
        }
        Deque<Event> due = new ArrayDeque<>(List.of(first));
        Case now = was;
        while (!due.isEmpty()) {
            Step step = step(now, due.poll(), occasion);
            steps.add(step);
            due.addAll(FollowUps.of(step, first.causeId(), rules, occasion));
            now = step.after();
        }
        return steps;
    }

    private Step step(@Nullable Case was, Event event, Occasion occasion) {
        Optional<EventType> type = EventType.named(event.type());
        if (type.isEmpty()) {
            return refused(required(was), event, "UNMAPPED: the event type is not known", occasion);
        }
        Situation s = new Situation(was, event, type.get(), rules, occasion);
        return was == null ? opened(s) : decided(s);
    }

    private static Case required(@Nullable Case was) {
        if (was == null) {
            throw new Parked("CASE_UNKNOWN: no case with this number");
        }
        return was;
    }

    private Step opened(Situation s) {
        Row row = row(s).orElseThrow(() -> new Parked("CASE_UNKNOWN: no case with this number"));
        Case opened = Registration.open(s);
        Set<String> told = Audience.peers(row.told().apply(s), s.event(), opened, rules);
        return new Step(s.event(), null, opened, false, null, told);
    }

    private Step decided(Situation s) {
        if (s.type() == EventType.CASE_REGISTERED) {
            return refused(s.known(), s.event(), "ILLEGAL: the case number is already in use", s.occasion());
        }
        Optional<Row> row = row(s);
        boolean late = s.occasion().outOfOrder() && !s.event().isFromGateway();
        if ((late || s.isAboutEarlierRound())
                && !row.map(CaseMachine::isTimeless).orElse(false)) {
            return TimeFacts.late(s, late ? "a later one was applied before" : "the order's round is over");
        }
        return row.map(fitting -> applied(fitting, s, null)).orElseGet(() -> otherwise(s));
    }

    private static Optional<Row> row(Situation s) {
        return rows(s).stream().filter(row -> row.fits(s)).findFirst();
    }

    private static List<Row> rows(Situation s) {
        return ROWS.getOrDefault(s.type(), List.of());
    }

    private static boolean isTimeless(Row row) {
        return row.number().startsWith("20") || row.number().equals("8");
    }

    private Step applied(Row row, Situation s, @Nullable String skipped) {
        String objection = row.objection().apply(s);
        if (objection != null) {
            return refused(s.known(), s.event(), "ILLEGAL: " + objection, s.occasion());
        }
        Event event = Notes.completed(s);
        Situation completed = new Situation(s.was(), event, s.type(), rules, s.occasion());
        Case after = s.known().with(draft -> {
            draft.state = row.to() == null ? draft.state : row.to();
            row.effect().accept(draft, completed);
        });
        Set<String> told = Audience.peers(row.told().apply(completed), event, after, rules);
        return new Step(event, s.known().state(), after, false, skipped == null ? row.note() : skipped, told);
    }

    private Step otherwise(Situation s) {
        State here = s.known().state();
        if (!here.isOpen()) {
            return TimeFacts.late(s, "the case is " + here);
        }
        Optional<Row> ahead = rows(s).stream()
                .filter(row -> row.to() != null && row.to().rank() > here.rank() && s.fromHotline())
                .filter(row -> row.when().test(s)
                        && row.from().stream()
                                .anyMatch(from -> from.rank() > here.rank() || here == State.RETURN_PENDING))
                .findFirst();
        if (ahead.isPresent()) {
            return applied(ahead.get(), s, "AHEAD: skipped " + here.skippedUpTo(target(ahead.get())));
        }
        if (isBehind(s, here)) {
            return TimeFacts.late(s, "the case is already " + here);
        }
        return refused(s.known(), s.event(), "ILLEGAL: not possible while the case is " + here, s.occasion());
    }

    private static boolean isBehind(Situation s, State here) {
        int below = TimeFacts.hasEffect(s) ? here.rank() + 1 : here.rank();
        return rows(s).stream().anyMatch(row -> row.to() != null && row.to().rank() < below);
    }

    private static State target(Row row) {
        return row.to() == null ? State.ARCHIVED : row.to();
    }

    /** A note instead of an event that may not be applied. */
    Decision refuse(Case was, Event event, String reason, Occasion occasion) {
        return new Decision(List.of(refused(was, event, "ILLEGAL: " + reason, occasion)), null);
    }

    private Step refused(Case was, Event event, String reason, Occasion occasion) {
        return noteStep(was, Notes.note(event, reason, "ILLEGAL", occasion));
    }

    private Step noteStep(Case was, Event note) {
        return new Step(note, was.state(), was, false, Notes.text(note), Set.of());
    }
}
