package org.hotlinegateway.peer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All peers of this gateway, by code. */
public final class Peers {
    private final Map<String, PeerProfile> byCode = new LinkedHashMap<>();

    public Peers(Map<String, PeerProfile> profiles) {
        profiles.forEach((code, profile) -> byCode.put(code, profile.named(code)));
    }

    public Optional<PeerProfile> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The peer of that code; an error that names the property when there is none. */
    public PeerProfile require(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException("no peer '" + code + "'. Write a block gateway.peers."
                        + code + ". Known peers: " + String.join(", ", byCode.keySet())));
    }

    /** The peers that call under an app id; one system may be two peers that speak two dialects. */
    public List<PeerProfile> callingAs(String appId) {
        return byCode.values().stream().filter(p -> p.appIds().contains(appId)).toList();
    }

    public Collection<PeerProfile> all() {
        return List.copyOf(byCode.values());
    }
}
