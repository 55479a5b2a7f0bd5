package org.hotlinegateway.intake;

import org.jspecify.annotations.Nullable;

/**
 * A message that may be accepted.
 *
 * @param key the sender's id, or a hash that stands for it
 * @param messageId the sender's id, or null
 * @param lane what the message is about
 * @param parkReason why nobody can decide on it yet, or null
 * @param waitingOn what would change that, or null: a person
 */
record Screened(
        String key,
        @Nullable String messageId,
        String lane,
        @Nullable String parkReason,
        @Nullable String waitingOn) {}
