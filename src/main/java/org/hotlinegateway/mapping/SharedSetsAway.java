package org.hotlinegateway.mapping;

/** What the gateways agree on cannot be read or written now; the same is tried again at the next look. */
public final class SharedSetsAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SharedSetsAway(RuntimeException cause) {
        super("the published mapping sets cannot be reached", cause);
    }
}
