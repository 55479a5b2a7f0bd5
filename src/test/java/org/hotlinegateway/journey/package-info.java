/** The scenarios, played over real HTTP, real queues and both ledgers. */
package org.hotlinegateway.journey;
