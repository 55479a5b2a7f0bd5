/** A peer's profile: dialect, credentials, limits, answers, and the unit and hall directory. */
@NullMarked
package org.hotlinegateway.peer;

import org.jspecify.annotations.NullMarked;
