/** The door: who is calling, what they bring, how big it is, whether it was seen before. */
@NullMarked
package org.hotlinegateway.intake;

import org.jspecify.annotations.NullMarked;
