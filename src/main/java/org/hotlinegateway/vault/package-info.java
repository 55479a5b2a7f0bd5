/** Signatures, field encryption, keyed hashes and masking. */
@NullMarked
package org.hotlinegateway.vault;

import org.jspecify.annotations.NullMarked;
