package org.hotlinegateway.ledger;

import java.time.Instant;

/**
 * What waits at the desk with one fingerprint.
 *
 * @param id number of the fingerprint, the same for ever
 * @param count how many wait
 * @param cases how many cases they belong to; for messages, how many lanes
 * @param first when the one that has failed longest failed first
 * @param last when one of them failed last
 */
public record DeskGroup(long id, Fingerprint fingerprint, long count, long cases, Instant first, Instant last) {}
