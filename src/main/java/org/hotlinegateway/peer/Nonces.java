package org.hotlinegateway.peer;

/** Supplies a nonce for every signed request; never the same twice. */
@FunctionalInterface
public interface Nonces {
    String next();
}
