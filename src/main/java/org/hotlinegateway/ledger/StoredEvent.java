package org.hotlinegateway.ledger;

/**
 * An entry of a case's history as kept.
 *
 * @param seq 1, 2, 3, ... within its case
 */
public record StoredEvent(String caseNo, int seq, NewEvent event) {}
