package org.hotlinegateway.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event does to a case: the event and what the gateway makes of it, in order.
 *
 * @param steps empty when parked
 * @param parked why nothing was decided, or null
 */
record Decision(List<Step> steps, @Nullable Parked parked) {

    Case caseAfter() {
        return steps.get(steps.size() - 1).after();
    }
}
