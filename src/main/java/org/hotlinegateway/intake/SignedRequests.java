package org.hotlinegateway.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.peer.SignHeaders;
import org.hotlinegateway.vault.RequestSignature;
import org.hotlinegateway.vault.SignatureAlgorithm;
import org.springframework.stereotype.Component;

/** Checks requests signed by headers over the raw body: who, when, and that the nonce was never used. */
@Component
final class SignedRequests {
    private static final Pattern MILLIS = Pattern.compile("\\d{1,15}");
    private static final Pattern NONCE = Pattern.compile("[\\x21-\\x7e]{8,64}");

    private final Clock clock;
    private final Commits commits;
    private final DoorProperties.Door limits;

    SignedRequests(Clock clock, Commits commits, DoorProperties properties) {
        this.clock = clock;
        this.commits = commits;
        this.limits = properties.door();
    }

    static boolean isSigned(HttpServletRequest request) {
        return request.getHeader(SignHeaders.SIGNATURE) != null;
    }

    static SignatureAlgorithm algorithm(HttpServletRequest request) {
        return SignatureAlgorithm.named(header(request, SignHeaders.ALGORITHM))
                .orElseThrow(() -> new Refusal(
                        ProblemCode.SIGNATURE_INVALID,
                        SignHeaders.ALGORITHM + " names no known algorithm. Expected HMAC-SM3 or HMAC-SHA256."));
    }

    /** Refuses a caller that cannot be the peer, or a time that is not now, before anything of the body is read. */
    void requireKnownCaller(PeerProfile peer, HttpServletRequest request) {
        if (!peer.appIds().contains(header(request, SignHeaders.APP_ID))) {
            throw new Refusal(ProblemCode.SIGNATURE_INVALID, SignHeaders.APP_ID + " is not this peer's.");
        }
        requireFresh(header(request, SignHeaders.TIMESTAMP), clock.instant());
    }

    /** Those of the candidates whose secret signed the request; refuses when there is none. */
    List<PeerProfile> signers(List<PeerProfile> candidates, HttpServletRequest request, byte[] body) {
        return signers(candidates, request, algorithm -> HexFormat.of().formatHex(algorithm.hash(body)));
    }

    /** The same of a body that is no longer at hand, by its hash. */
    List<PeerProfile> signers(
            List<PeerProfile> candidates, HttpServletRequest request, Function<SignatureAlgorithm, String> bodyHash) {
        SignatureAlgorithm algorithm = algorithm(request);
        RequestSignature signed = signed(request, bodyHash);
        Instant now = clock.instant();
        requireFresh(signed.timestamp(), now);
        String signature = header(request, SignHeaders.SIGNATURE);
        List<PeerProfile> signers = candidates.stream()
                .filter(peer -> signedBy(peer, signed, algorithm, signature, now))
                .toList();
        if (signers.isEmpty()) {
            throw new Refusal(
                    ProblemCode.SIGNATURE_INVALID,
                    "The signature does not match method, path, app id, timestamp, nonce and raw body.");
        }
        useNonce(signed, now);
        return signers;
    }

    private static RequestSignature signed(HttpServletRequest request, Function<SignatureAlgorithm, String> bodyHash) {
        return new RequestSignature(
                request.getMethod(),
                request.getRequestURI(),
                header(request, SignHeaders.APP_ID),
                header(request, SignHeaders.TIMESTAMP),
                header(request, SignHeaders.NONCE),
                bodyHash);
    }

    private static boolean signedBy(
            PeerProfile peer, RequestSignature signed, SignatureAlgorithm algorithm, String signature, Instant now) {
        return peer.appIds().contains(signed.appId())
                && peer.secretsAt(now, signed.appId()).stream()
                        .anyMatch(secret -> signed.matches(algorithm, secret.value(), signature));
    }

    private void requireFresh(String timestamp, Instant now) {
        if (!MILLIS.matcher(timestamp).matches()) {
            throw new Refusal(
                    ProblemCode.TIMESTAMP_OUTSIDE_WINDOW, SignHeaders.TIMESTAMP + " is not epoch milliseconds.");
        }
        Duration off = Duration.between(Instant.ofEpochMilli(Long.parseLong(timestamp)), now)
                .abs();
        if (off.compareTo(limits.clockSkew()) > 0) {
            throw new Refusal(
                    ProblemCode.TIMESTAMP_OUTSIDE_WINDOW,
                    SignHeaders.TIMESTAMP + " is more than "
                            + limits.clockSkew().toMinutes() + " minutes from the gateway's clock.");
        }
    }

    private void useNonce(RequestSignature signed, Instant now) {
        if (!NONCE.matcher(signed.nonce()).matches()) {
            throw new Refusal(
                    ProblemCode.SIGNATURE_INVALID, SignHeaders.NONCE + " must be 8 to 64 printable ASCII characters.");
        }
        if (!commits.useNonce(signed.appId(), signed.nonce(), now.plus(limits.nonceLifetime()))) {
            throw new Refusal(ProblemCode.NONCE_REPLAYED, SignHeaders.NONCE + " was used before. Sign anew.");
        }
    }

    /** A header given exactly once. */
    private static String header(HttpServletRequest request, String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        if (values.size() != 1) {
            throw new Refusal(ProblemCode.CREDENTIAL_MISSING, "The header " + name + " must be given exactly once.");
        }
        return values.get(0);
    }
}
