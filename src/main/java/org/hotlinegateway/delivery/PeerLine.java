package org.hotlinegateway.delivery;

import java.io.IOException;
import java.util.Map;
import org.hotlinegateway.peer.PeerProfile;

/** Sends one request to a peer and waits for its answer; never sends it a second time. */
@FunctionalInterface
public interface PeerLine {
    /**
     * Posts a body.
     *
     * @throws IOException when no answer came
     */
    Reply post(PeerProfile peer, String path, Map<String, String> headers, byte[] body) throws IOException;

    /** An answer: its HTTP status and body. */
    record Reply(int status, byte[] body) {}
}
