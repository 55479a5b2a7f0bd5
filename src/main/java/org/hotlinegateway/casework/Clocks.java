package org.hotlinegateway.casework;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.hotlinegateway.calendar.CalendarMissing;
import org.hotlinegateway.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/** Counts time limits in working days. What cannot be counted is parked, never guessed. */
final class Clocks {
    private final Policies.TimeLimits policy;
    private final WorkingDays days;

    Clocks(Policies.TimeLimits policy, WorkingDays days) {
        this.policy = policy;
        this.days = days;
    }

    /** The time limit of a case received at an instant. */
    TimeLimit limit(Case.AppealType appealType, OffsetDateTime received) {
        LocalDate day = Json.beijing(received).toLocalDate();
        Policies.RuleSet rules = ruleSet(appealType, day);
        int workdays = rules.workdays().getOrDefault(appealType, 0);
        return new TimeLimit(
                workdays,
                policy.countFrom(),
                rules.source(),
                rules.name(),
                received,
                endOf(count(workdays, day)),
                rules.name() + " " + appealType);
    }

    private Policies.RuleSet ruleSet(Case.AppealType appealType, LocalDate day) {
        return policy.use().stream()
                .flatMap(name -> named(name).stream())
                .filter(rules -> rules.isInForce(day) && rules.workdays().containsKey(appealType))
                .findFirst()
                .orElseThrow(() -> new Parked("RULE_SET_MISSING: mappings/policy/time-limits.yaml: no rule set in use"
                        + " has a limit for " + appealType + " on " + day));
    }

    private Optional<Policies.RuleSet> named(String name) {
        return policy.ruleSets().stream()
                .filter(rules -> rules.name().equals(name))
                .findFirst();
    }

    private LocalDate count(int workdays, LocalDate received) {
        try {
            return days.day(workdays, received, policy.countFrom());
        } catch (CalendarMissing e) {
            throw new Parked("CALENDAR_MISSING: " + e.getMessage());
        }
    }

    OffsetDateTime endOf(LocalDate day) {
        return day.atTime(policy.endOfDay()).atOffset(Json.BEIJING);
    }

    /** End of the n-th working day after an instant; empty when the calendar does not reach that far. */
    Optional<OffsetDateTime> endOfWorkday(int n, OffsetDateTime after) {
        try {
            return Optional.of(endOf(days.plus(Json.beijing(after).toLocalDate(), n)));
        } catch (CalendarMissing e) {
            return Optional.empty();
        }
    }

    /** Last day for the unit to sign; null when the rule set has no limit or the calendar does not reach. */
    @Nullable
    LocalDate signBefore(Case of, OffsetDateTime assigned) {
        return Optional.ofNullable(of.ruleSet())
                .flatMap(this::named)
                .flatMap(rules -> Optional.ofNullable(rules.signWorkdays()))
                .flatMap(workdays -> endOfWorkday(workdays, assigned))
                .map(OffsetDateTime::toLocalDate)
                .orElse(null);
    }

    /** Whether the case's rule set allows one more extension. */
    boolean allowsExtension(Case of) {
        return Optional.ofNullable(of.ruleSet())
                .flatMap(this::named)
                .flatMap(rules -> Optional.ofNullable(rules.extensions()))
                .map(times -> of.extensionCount() < times)
                .orElse(true);
    }
}
