package org.hotlinegateway.casework;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One row of the state machine.
 *
 * @param number as in the handbook; a letter marks a row of the handbook's later sections
 * @param from states it leads from; empty: there is no case yet
 * @param to state it leads to, or null when the state stays
 * @param when whether the row is meant at all
 * @param objection why the event may not do this, or null when it may
 * @param effect what changes beside the state
 * @param told who is told
 * @param note kept with the entry, or null
 */
record Row(
        String number,
        EventType type,
        Set<State> from,
        @Nullable State to,
        Predicate<Situation> when,
        Function<Situation, @Nullable String> objection,
        BiConsumer<CaseDraft, Situation> effect,
        Function<Situation, Set<Audience>> told,
        @Nullable String note) {

    static Row row(String number, EventType type, Set<State> from) {
        return new Row(number, type, from, null, s -> true, s -> null, (draft, s) -> {}, s -> Set.of(), null);
    }

    static Row row(String number, EventType type, State first, State... others) {
        return row(number, type, EnumSet.of(first, others));
    }

    Row to(State target) {
        return new Row(number, type, from, target, when, objection, effect, told, note);
    }

    Row when(Predicate<Situation> condition) {
        return new Row(number, type, from, to, condition, objection, effect, told, note);
    }

    Row unless(Predicate<Situation> condition, String reason) {
        Function<Situation, @Nullable String> before = objection;
        return new Row(
                number,
                type,
                from,
                to,
                when,
                s -> {
                    String earlier = before.apply(s);
                    return earlier == null && condition.test(s) ? reason : earlier;
                },
                effect,
                told,
                note);
    }

    Row changing(BiConsumer<CaseDraft, Situation> change) {
        return new Row(number, type, from, to, when, objection, change, told, note);
    }

    Row telling(Audience first, Audience... others) {
        Set<Audience> audiences = EnumSet.of(first, others);
        return tellingBy(s -> audiences);
    }

    Row tellingBy(Function<Situation, Set<Audience>> choice) {
        return new Row(number, type, from, to, when, objection, effect, choice, note);
    }

    Row noting(String text) {
        return new Row(number, type, from, to, when, objection, effect, told, text);
    }

    boolean fits(Situation s) {
        Case was = s.was();
        boolean here = was == null ? from.isEmpty() : from.contains(was.state());
        return here && when.test(s);
    }
}
