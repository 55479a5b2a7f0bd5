package org.hotlinegateway.attachment;

import java.nio.file.Path;

/**
 * A file received whole, sealed and synced, and not yet kept.
 *
 * @param temporary where it lies
 * @param address where it will be kept
 * @param facts what it is
 */
record Received(Path temporary, String address, Facts facts) {}
