/** What a case is and becomes: state machine, handoff rules, alert aggregation. */
@NullMarked
package org.hotlinegateway.casework;

import org.jspecify.annotations.NullMarked;
