package org.hotlinegateway.peer;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * Who writes what the door answers.
 *
 * @param mapping the mapping that writes the answer in the peer's envelope
 * @param refusal the mapping that writes a refusal, or absent: the same
 */
public record DoorAnswer(
        @NotBlank(message = "write the name of the mapping that writes the answer")
        String mapping,

        @Nullable String refusal) {

    /** The mapping that writes a refusal. */
    public String refusing() {
        return refusal == null ? mapping : refusal;
    }
}
