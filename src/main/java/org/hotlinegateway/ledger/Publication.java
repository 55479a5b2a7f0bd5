package org.hotlinegateway.ledger;

import java.time.Instant;

/**
 * A mapping set that was made the one to run.
 *
 * @param number rises with every publication; the highest is the one to run
 * @param digest which set
 * @param at when
 * @param cause what led to it, for example edited files
 * @param by who, {@code gateway} when nobody in person
 * @param instance the gateway process that published it
 * @param reason why, in one line
 */
public record Publication(
        long number, String digest, Instant at, String cause, String by, String instance, String reason) {}
