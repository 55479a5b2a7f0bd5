/** Stand-in peers over real HTTP; shares no code with the gateway. */
@NullMarked
package org.hotlinegateway.simulator;

import org.jspecify.annotations.NullMarked;
