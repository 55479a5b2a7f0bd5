package org.hotlinegateway.casework;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a case's history.
 *
 * @param event as applied
 * @param before state before, or null when there was no case
 * @param after the case afterwards
 * @param late stored and shown, without effect on the state
 * @param note why it is special, or null
 * @param peers who must be told
 */
record Step(
        Event event,
        @Nullable State before,
        Case after,
        boolean late,
        @Nullable String note,
        Set<String> peers) {}
