/** The truth: messages, cases, events, lanes and leases; the only place with SQL for them. */
@NullMarked
package org.hotlinegateway.ledger;

import org.jspecify.annotations.NullMarked;
