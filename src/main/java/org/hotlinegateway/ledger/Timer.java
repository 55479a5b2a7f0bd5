package org.hotlinegateway.ledger;

import java.time.Instant;

/**
 * Something the clock will do to a case.
 *
 * @param kind what, for example {@code AUTO_CLOSE}; one timer per case and kind
 */
public record Timer(String caseNo, String kind, Instant due) {}
