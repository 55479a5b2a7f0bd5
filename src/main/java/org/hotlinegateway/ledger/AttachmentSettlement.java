package org.hotlinegateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one step of a claimed attachment ended.
 *
 * @param next what it is now
 * @param due when to try again, or null when nothing is to be tried
 * @param reason why, without personal data, or null
 * @param bytes what is kept of it now, or null when nothing is
 */
public record AttachmentSettlement(
        AttachmentState next,
        @Nullable Instant due,
        @Nullable String reason,
        @Nullable AttachmentBytes bytes) {}
