/** Joins hard-case windows, the 12345 hotline and the appointment system. */
@NullMarked
package org.hotlinegateway;

import org.jspecify.annotations.NullMarked;
