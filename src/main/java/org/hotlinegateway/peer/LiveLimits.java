package org.hotlinegateway.peer;

import java.util.Map;
import java.util.TreeMap;

/** The limits of all peers in force: read by everybody who sends or takes, changed when staff set something. */
public final class LiveLimits {
    private final Peers peers;
    private volatile Map<String, PeerLimits> inForce;

    public LiveLimits(Peers peers) {
        this.peers = peers;
        this.inForce = computed(Map.of(), 1);
    }

    /** The limits of a peer; an error when there is no such peer. */
    public PeerLimits of(String peer) {
        PeerLimits limits = inForce.get(peer);
        if (limits == null) {
            peers.require(peer);
            throw new IllegalStateException("no limits of peer " + peer);
        }
        return limits;
    }

    /**
     * Takes up what staff set.
     *
     * @param set by peer and setting; what is absent is as configured
     * @param gateways how many gateways share the limits, 1 or more
     */
    public void apply(Map<String, Map<PeerSetting, String>> set, int gateways) {
        inForce = computed(set, Math.max(1, gateways));
    }

    private Map<String, PeerLimits> computed(Map<String, Map<PeerSetting, String>> set, int gateways) {
        Map<String, PeerLimits> all = new TreeMap<>();
        for (PeerProfile peer : peers.all()) {
            all.put(peer.code(), PeerLimits.of(peer, set.getOrDefault(peer.code(), Map.of()), gateways));
        }
        return Map.copyOf(all);
    }
}
