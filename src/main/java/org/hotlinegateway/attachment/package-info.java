/** Files of cases: taken in, checked, kept encrypted outside the database, shown and sent on. */
@NullMarked
package org.hotlinegateway.attachment;

import org.jspecify.annotations.NullMarked;
