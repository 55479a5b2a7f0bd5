package org.hotlinegateway.peer;

import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A secret shared with a peer. Two may overlap while a key is changed: both are accepted, the newer one signs.
 *
 * @param id names the secret in audit and configuration, never the secret itself
 * @param value the secret
 * @param appId the only app id it belongs to, or blank when it serves all of the peer's
 * @param validFrom first moment of its validity, or absent
 * @param validTo first moment after its validity, or absent
 */
public record PeerSecret(
        @NotBlank(message = "write an id that names the secret, for example 2026-07")
        String id,

        @NotBlank(message = "write the secret, from the environment or a file")
        String value,

        @Nullable String appId,
        @Nullable Instant validFrom,
        @Nullable Instant validTo) {
    static final Comparator<PeerSecret> NEWEST_FIRST =
            Comparator.comparing(PeerSecret::from).reversed();

    boolean isValidAt(Instant now) {
        return !now.isBefore(from()) && (validTo == null || now.isBefore(validTo));
    }

    private Instant from() {
        return validFrom == null ? Instant.MIN : validFrom;
    }

    /** Never prints the secret. */
    @Override
    public String toString() {
        return "PeerSecret[" + id + "]";
    }
}
