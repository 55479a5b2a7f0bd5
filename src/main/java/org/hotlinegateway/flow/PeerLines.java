package org.hotlinegateway.flow;

import java.io.IOException;
import java.util.Map;
import org.apache.camel.spi.Registry;

/** The HTTP lines of all peers, known to routes as {@code #<peer>-http}. */
final class PeerLines implements AutoCloseable {
    private final Map<String, PeerHttp> byPeer;

    PeerLines(Map<String, PeerHttp> byPeer) {
        this.byPeer = Map.copyOf(byPeer);
    }

    void bindIn(Registry registry) {
        byPeer.forEach((peer, line) -> registry.bind(peer + "-http", line));
    }

    @Override
    public void close() throws IOException {
        for (PeerHttp line : byPeer.values()) {
            line.shutDown();
        }
    }
}
