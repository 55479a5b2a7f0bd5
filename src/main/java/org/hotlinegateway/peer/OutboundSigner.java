package org.hotlinegateway.peer;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.hotlinegateway.mapping.FieldSigner;
import org.hotlinegateway.vault.ParameterSignature;
import org.hotlinegateway.vault.RequestSignature;
import org.hotlinegateway.vault.SignatureAlgorithm;

/**
 * Proves to a peer that the gateway is the sender: by headers over the raw body, or by fields inside the message.
 */
public final class OutboundSigner {
    private final Clock clock;
    private final Nonces nonces;

    public OutboundSigner(Clock clock, Nonces nonces) {
        this.clock = clock;
        this.nonces = nonces;
    }

    /**
     * The headers that sign a request; empty for peers that find the proof inside the message.
     *
     * @param path path of the address without query, as it will be sent
     * @param body the bytes that will be sent
     */
    public Map<String, String> headers(PeerProfile peer, String method, String path, byte[] body) {
        return headers(peer, method, path, algorithm -> HexFormat.of().formatHex(algorithm.hash(body)));
    }

    /** The same for a body that is streamed, by its hash in lower hex. */
    public Map<String, String> headers(
            PeerProfile peer, String method, String path, Function<SignatureAlgorithm, String> bodyHash) {
        return peer.outbound()
                .auth()
                .algorithm()
                .map(algorithm -> headers(algorithm, peer, method, path, bodyHash))
                .orElse(Map.of());
    }

    private Map<String, String> headers(
            SignatureAlgorithm algorithm,
            PeerProfile peer,
            String method,
            String path,
            Function<SignatureAlgorithm, String> bodyHash) {
        Instant now = clock.instant();
        RequestSignature request = new RequestSignature(
                method, path, peer.gatewayAppId(), String.valueOf(now.toEpochMilli()), nonces.next(), bodyHash);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(SignHeaders.APP_ID, request.appId());
        headers.put(SignHeaders.TIMESTAMP, request.timestamp());
        headers.put(SignHeaders.NONCE, request.nonce());
        headers.put(SignHeaders.ALGORITHM, algorithm.wireName());
        headers.put(
                SignHeaders.SIGNATURE,
                request.sign(algorithm, peer.signingSecret(now).value()));
        return headers;
    }

    /** Fills the fields {@code sign: md5} (signature over the siblings) and {@code sign: token} (the static token). */
    public FieldSigner fieldsFor(PeerProfile peer) {
        return (scheme, siblings, charset) -> {
            String secret = peer.signingSecret(clock.instant()).value();
            return switch (scheme) {
                case "md5" -> ParameterSignature.md5(siblings, secret, charset);
                case "token" -> secret;
                default ->
                    throw new IllegalArgumentException("no sign scheme '" + scheme + "'. Expected md5 or token.");
            };
        };
    }
}
