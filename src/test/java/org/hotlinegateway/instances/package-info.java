/** Several gateways on one PostgreSQL and one pair of brokers, all of them real processes. */
package org.hotlinegateway.instances;
