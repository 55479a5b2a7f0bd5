/** Sub-commands of the jar. */
@NullMarked
package org.hotlinegateway.cli;

import org.jspecify.annotations.NullMarked;
