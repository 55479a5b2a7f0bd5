package org.hotlinegateway.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Whether the audit is as it was written. Lines cut off at the end are not seen from inside: whoever wants to know keeps the
 * head elsewhere.
 *
 * @param lines how many follow from each other
 * @param head hash of the last of them; empty when there is none
 * @param brokenAt the first line that does not follow from the one before it, or null
 */
public record AuditChain(long lines, String head, @Nullable Long brokenAt) {}
