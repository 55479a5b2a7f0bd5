package org.hotlinegateway.ledger;

/**
 * The bytes of a file as kept.
 *
 * @param address where they are kept
 * @param size how many
 * @param mediaType what they are by content
 */
public record AttachmentBytes(String address, long size, String mediaType) {}
