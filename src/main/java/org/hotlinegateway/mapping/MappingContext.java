package org.hotlinegateway.mapping;

import java.time.Instant;
import java.util.Map;

/**
 * What a mapping may read beside its source message: {@code $now} and the named values a route supplies
 * ({@code $messageId}, {@code $attempt}, {@code $eventType}, {@code $caseNo}, {@code $httpStatus}, ...), and who fills
 * fields declared {@code sign:}.
 *
 * @param now the instant of this conversion
 * @param values further context values by name, without the dollar sign
 * @param signer fills signed fields of the target
 */
public record MappingContext(Instant now, Map<String, String> values, FieldSigner signer) {
    public MappingContext {
        values = Map.copyOf(values);
    }

    /** A context that knows only the time; a mapping with a signed field fails under it. */
    public static MappingContext at(Instant now) {
        return new MappingContext(now, Map.of(), FieldSigner.NONE);
    }
}
