package org.hotlinegateway.attachment;

/**
 * What a file is, whatever was said of it.
 *
 * @param size in bytes
 * @param sha256 lower hex
 * @param sm3 lower hex
 * @param mediaType by content
 */
record Facts(long size, String sha256, String sm3, String mediaType) {}
