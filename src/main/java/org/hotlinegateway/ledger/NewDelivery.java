package org.hotlinegateway.ledger;

import java.time.Instant;

/**
 * An event that a peer must be told.
 *
 * @param peer receiving peer
 * @param caseNo case; with the peer it names the lane
 * @param seq the event's sequence in its case
 * @param eventType type of the event, by which the route chooses the mapping
 * @param due not before
 * @param independent may pass an earlier delivery of its lane that is held
 */
public record NewDelivery(String peer, String caseNo, int seq, String eventType, Instant due, boolean independent) {}
