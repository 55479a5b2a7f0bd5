/** The gateway as a process of its own, killed in the middle of its work. */
package org.hotlinegateway.crash;
