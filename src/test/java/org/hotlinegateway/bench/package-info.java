/** How fast the whole gateway is; run by the profile {@code bench}, never by a plain build. */
package org.hotlinegateway.bench;
