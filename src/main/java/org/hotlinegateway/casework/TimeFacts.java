package org.hotlinegateway.casework;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * Late facts: kept and shown without a change of state. Those with an effect on money or time still change the
 * clock from their effective times.
 */
final class TimeFacts {
    private static final Set<EventType> WITH_EFFECT =
            EnumSet.of(EventType.EXTENSION_GRANTED, EventType.RESULT, EventType.RETURN_ACCEPTED);

    private TimeFacts() {}

    static boolean hasEffect(Situation s) {
        return WITH_EFFECT.contains(s.type());
    }

    static Step late(Situation s, String why) {
        Case was = s.known();
        Case after = was.with(draft -> recompute(draft, s));
        boolean changed = !after.equals(was);
        String note = "LATE: " + why + (changed ? "; the clock was recomputed" : "");
        Set<String> told = changed
                ? Audience.peers(EnumSet.of(Audience.WINDOW, Audience.SUPERVISION), s.event(), after, s.rules())
                : Set.of();
        Event event = changed ? Notes.completed(s) : s.event();
        return new Step(event, was.state(), after, true, note, told);
    }

    private static void recompute(CaseDraft draft, Situation s) {
        switch (s.type()) {
            case EXTENSION_GRANTED -> extend(draft, s);
            case RESULT -> resolveEarlier(draft, s);
            case RETURN_ACCEPTED -> draft.returnCount++;
            default -> {}
        }
    }

    private static void extend(CaseDraft draft, Situation s) {
        if (OrderRows.isLater(s) && s.rules().clocks().allowsExtension(s.known())) {
            OrderRows.extended(draft, s);
        }
    }

    private static void resolveEarlier(CaseDraft draft, Situation s) {
        OffsetDateTime resolved = draft.resolvedAt;
        boolean mayReport =
                s.fromHotline() || (s.fromWindow() && s.known().orders().isEmpty());
        if (mayReport && resolved != null && s.at().isBefore(resolved)) {
            OutcomeRows.resolved(draft, s);
        }
    }
}
