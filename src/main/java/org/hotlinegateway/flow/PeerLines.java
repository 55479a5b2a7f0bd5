package org.hotlinegateway.flow;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.spi.Registry;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.hotlinegateway.delivery.PeerLine;
import org.hotlinegateway.peer.PeerProfile;
import org.jspecify.annotations.Nullable;

/** The HTTP lines of all peers, known to routes as {@code #<peer>-http}. */
final class PeerLines implements AutoCloseable {
    private final Map<String, PeerHttp> byPeer;

    PeerLines(Map<String, PeerHttp> byPeer) {
        this.byPeer = Map.copyOf(byPeer);
    }

    void bindIn(Registry registry) {
        byPeer.forEach((peer, line) -> registry.bind(peer + "-http", line));
    }

    /** Posts outside any route; an answer of any status is an answer. */
    PeerLine.Reply post(PeerProfile peer, String path, Map<String, String> headers, byte[] body) throws IOException {
        HttpPost request = new HttpPost(peer.url() + path);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, null));
        return Objects.requireNonNull(byPeer.get(peer.code()))
                .execute(request, answer -> new PeerLine.Reply(answer.getCode(), bytes(answer.getEntity())));
    }

    private static byte[] bytes(@Nullable HttpEntity entity) throws IOException {
        return entity == null ? new byte[0] : EntityUtils.toByteArray(entity);
    }

    @Override
    public void close() throws IOException {
        for (PeerHttp line : byPeer.values()) {
            line.shutDown();
        }
    }
}
