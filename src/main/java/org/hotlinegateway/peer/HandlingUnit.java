package org.hotlinegateway.peer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit that must act on a case.
 *
 * @param peerCodes its code at each peer; a peer without an entry does not know it
 * @param validFrom first day, or null when always
 * @param validTo last day, or null when still valid
 */
public record HandlingUnit(
        String code,
        String name,
        String kind,
        List<String> aliases,
        Map<String, String> peerCodes,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public boolean isValidOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}
