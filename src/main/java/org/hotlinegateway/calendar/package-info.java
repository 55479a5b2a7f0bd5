/** Working days and make-up days by the State Council's yearly notices. */
@NullMarked
package org.hotlinegateway.calendar;

import org.jspecify.annotations.NullMarked;
