package org.hotlinegateway.casework;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the state machine must remember about a case and tells nobody.
 *
 * @param priorState state to go back to when a return is refused
 * @param urgency raised above what the case's own flags say
 * @param closeWantedAt the hotline closed it while its quota policy was not yet applied
 * @param alertSlotDate day of the open no-number alert; absent once it is cleared
 */
public record Workings(
        @Nullable State priorState,
        Order.@Nullable Urgency urgency,
        @Nullable OffsetDateTime closeWantedAt,
        @Nullable LocalDate alertSlotDate) {

    static final Workings NONE = new Workings(null, null, null, null);

    Workings withPriorState(@Nullable State state) {
        return new Workings(state, urgency, closeWantedAt, alertSlotDate);
    }

    Workings withUrgency(Order.Urgency raised) {
        return new Workings(priorState, raised, closeWantedAt, alertSlotDate);
    }

    Workings withCloseWanted(@Nullable OffsetDateTime at) {
        return new Workings(priorState, urgency, at, alertSlotDate);
    }

    Workings withAlertSlotDate(@Nullable LocalDate day) {
        return new Workings(priorState, urgency, closeWantedAt, day);
    }
}
