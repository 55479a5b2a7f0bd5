/** Camel and JMS: the routes, their components and the queues. */
@NullMarked
package org.hotlinegateway.flow;

import org.jspecify.annotations.NullMarked;
