package org.hotlinegateway.peer;

import java.util.ArrayList;
import java.util.List;

/** Proof that every peer has what production needs: an address and a secret that is not the demo's. */
final class ProductionPeers {
    private static final List<String> DEMO_SECRETS = List.of("demo-secret-not-real", "demo-token");

    private ProductionPeers() {}

    /** Refuses with every problem at once, naming properties and never a secret. */
    static ProductionPeers checked(Peers peers) {
        List<String> problems = new ArrayList<>();
        peers.all().forEach(peer -> addProblems(peer, problems));
        if (!problems.isEmpty()) {
            throw new IllegalStateException("profile prod refuses to start:\n  " + String.join("\n  ", problems));
        }
        return new ProductionPeers();
    }

    private static void addProblems(PeerProfile peer, List<String> problems) {
        String property = "gateway.peers." + peer.code();
        if (peer.url() == null || peer.url().toString().isBlank()) {
            problems.add(
                    property + ".url: missing. Write the peer's base address, for example https://peer.example.cn");
        }
        if (!peer.hasSecret()) {
            problems.add(property + ".secret: missing. Set it from the environment or a file");
        } else if (usesDemoSecret(peer)) {
            problems.add(property + ".secret: is the demo's. Agree on a secret with the peer");
        }
    }

    private static boolean usesDemoSecret(PeerProfile peer) {
        return DEMO_SECRETS.contains(peer.secret())
                || peer.secrets().stream().anyMatch(s -> DEMO_SECRETS.contains(s.value()));
    }
}
