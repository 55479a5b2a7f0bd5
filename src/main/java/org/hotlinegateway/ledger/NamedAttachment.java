package org.hotlinegateway.ledger;

/**
 * A file that a message names.
 *
 * @param fileId the peer's number of the file within the case
 * @param described what the message says of it, as JSON
 * @param fetched true when the message says where to fetch it, false when its peer uploads it
 */
public record NamedAttachment(String fileId, byte[] described, boolean fetched) {}
