/** What nobody would see by himself: monitors, balance, outages, and the alerts about them. */
@NullMarked
package org.hotlinegateway.supervision;

import org.jspecify.annotations.NullMarked;
