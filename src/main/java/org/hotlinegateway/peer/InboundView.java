package org.hotlinegateway.peer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Something a peer may ask for: the rows of a code table, or, without one, what became of a message or a case, by the
 * peer's own number.
 *
 * @param rows a code table that some mapping reads, for example {@code tables/causes.csv}, or absent
 * @param numbers the parameter that lists several numbers, separated by commas, where the address names none; or absent
 * @param missing HTTP status when there is nothing of that number
 * @param answers who writes the answer, by the ending of the address, for example {@code json} and {@code xml}
 */
public record InboundView(
        @Nullable String rows,
        @Nullable String numbers,
        @DefaultValue("404") int missing,

        @NotEmpty(
                message = "write for each ending of the address, for example json, the mapping that writes the answer")
        Map<String, @Valid DoorAnswer> answers) {}
