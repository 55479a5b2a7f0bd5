package org.hotlinegateway.ledger;

/**
 * A mapping set to be made the one to run.
 *
 * @param digest which set
 * @param files its files as a zip, kept once per digest
 * @param cause what led to it
 * @param by who
 * @param instance the gateway process that publishes it
 * @param reason why, in one line
 */
public record NewPublication(String digest, byte[] files, String cause, String by, String instance, String reason) {}
