/** Lanes at work: claims, attempts, outcomes, replay. */
@NullMarked
package org.hotlinegateway.delivery;

import org.jspecify.annotations.NullMarked;
