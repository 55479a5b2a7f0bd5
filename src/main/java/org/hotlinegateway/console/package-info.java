/** Staff API. */
@NullMarked
package org.hotlinegateway.console;

import org.jspecify.annotations.NullMarked;
