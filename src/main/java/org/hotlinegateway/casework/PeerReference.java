package org.hotlinegateway.casework;

/** The number a peer gave to something of its own. */
public record PeerReference(String peer, String reference) {}
