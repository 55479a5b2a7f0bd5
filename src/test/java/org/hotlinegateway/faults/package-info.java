/** Faults put into running gateways and their surroundings, and the proof that nothing was lost, doubled or disordered. */
package org.hotlinegateway.faults;
