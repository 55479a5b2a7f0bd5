package org.hotlinegateway.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hotlinegateway.peer.AuthScheme;
import org.hotlinegateway.peer.InboundMessage.Format;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.peer.Peers;
import org.hotlinegateway.peer.SignHeaders;
import org.hotlinegateway.vault.ConstantTime;
import org.hotlinegateway.vault.ParameterSignature;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Lets a request in only when its peer has proved who it is. */
@Component
final class Gatekeeper {
    private static final String BEARER = "Bearer ";
    private static final String HEAD_SIGNATURE = "QM";

    private final Peers peers;
    private final SignedRequests signedRequests;
    private final Clock clock;
    private final boolean demoTokens;

    Gatekeeper(Peers peers, SignedRequests signedRequests, Clock clock, DoorProperties properties) {
        this.peers = peers;
        this.signedRequests = signedRequests;
        this.clock = clock;
        this.demoTokens = properties.demoTokens();
    }

    /** Admits a message of a peer, or refuses. */
    void admit(PeerProfile peer, HttpServletRequest request, byte[] body, Format format) {
        if (!peer.inbound().auth().contains(AuthScheme.MD5_HEAD) || hasOtherProof(request)) {
            admit(peer, request, body, () -> token(peer, body, format));
        } else {
            requireHeadSignature(peer, body);
        }
    }

    /** Admits a question of a peer, or refuses; its static token is a parameter of the address. */
    void admitQuestion(PeerProfile peer, HttpServletRequest request) {
        admit(peer, request, new byte[0], () -> token(peer, parameters(request), Format.FORM));
    }

    /**
     * Makes sure, before the body of a stream is read, that it can be admitted at all: by a demo token, or by headers that
     * name a caller, a time and a scheme agreed on. A peer without signing headers proves itself by the form's fields.
     */
    void requireStreamProof(PeerProfile peer, HttpServletRequest request) {
        if (hasDemoToken(request)) {
            requireDemoToken(peer, request);
        } else if (SignedRequests.isSigned(request)) {
            requireScheme(peer.inbound().auth(), request);
            signedRequests.requireKnownCaller(peer, request);
        } else if (!StreamProofs.hasInBody(peer)) {
            throw missing();
        }
    }

    /** Admits a stream that was read to its end, or refuses. */
    void admitStream(PeerProfile peer, HttpServletRequest request, UploadForm form) {
        if (hasDemoToken(request)) {
            return;
        }
        if (SignedRequests.isSigned(request)) {
            signedRequests.signers(List.of(peer), request, form::bodyHash);
        } else {
            StreamProofs.require(peer, form, matches -> requireSecret(peer, matches.secret(), matches.otherwise()));
        }
    }

    /** The parameters of the address, as a form holds them. */
    static byte[] parameters(HttpServletRequest request) {
        return String.valueOf(request.getQueryString()).getBytes(StandardCharsets.ISO_8859_1);
    }

    private boolean hasOtherProof(HttpServletRequest request) {
        return hasDemoToken(request) || SignedRequests.isSigned(request);
    }

    private void admit(PeerProfile peer, HttpServletRequest request, byte[] body, Supplier<@Nullable String> token) {
        List<AuthScheme> schemes = peer.inbound().auth();
        if (hasDemoToken(request)) {
            requireDemoToken(peer, request);
        } else if (SignedRequests.isSigned(request)) {
            requireScheme(schemes, request);
            signedRequests.signers(List.of(peer), request, body);
        } else if (schemes.contains(AuthScheme.TOKEN)) {
            requireToken(peer, token.get());
        } else {
            throw missing();
        }
    }

    /** The peers on whose behalf a question is asked: all that share the app id and the secret. */
    List<PeerProfile> askers(HttpServletRequest request) {
        if (hasDemoToken(request)) {
            List<PeerProfile> asking = peers.all().stream()
                    .filter(peer -> isDemoToken(peer, request))
                    .toList();
            return asking.isEmpty() ? refuseToken() : asking;
        }
        if (!SignedRequests.isSigned(request)) {
            throw missing();
        }
        return signedRequests.signers(List.copyOf(peers.all()), request, new byte[0]);
    }

    private static void requireScheme(List<AuthScheme> schemes, HttpServletRequest request) {
        var algorithm = SignedRequests.algorithm(request);
        boolean agreed = schemes.stream()
                .anyMatch(scheme -> scheme.algorithm().filter(algorithm::equals).isPresent());
        if (!agreed) {
            throw new Refusal(
                    ProblemCode.SIGNATURE_INVALID, SignHeaders.ALGORITHM + " is not agreed on with this peer.");
        }
    }

    private void requireHeadSignature(PeerProfile peer, byte[] body) {
        LegacyHead head = LegacyHead.read(body, peer.inbound().charset());
        Map<String, String> signed = new TreeMap<>(head.fields());
        String signature = signed.remove(HEAD_SIGNATURE);
        if (signature == null || signature.isBlank()) {
            throw new Refusal(ProblemCode.CREDENTIAL_MISSING, "HEAD/" + HEAD_SIGNATURE + " is missing.");
        }
        requireSecret(
                peer,
                secret -> ConstantTime.equal(ParameterSignature.md5(signed, secret, head.charset()), signature),
                new Refusal(
                        ProblemCode.SIGNATURE_INVALID,
                        "HEAD/" + HEAD_SIGNATURE + " does not match the other fields of HEAD."));
    }

    private static @Nullable String token(PeerProfile peer, byte[] body, Format format) {
        String path = peer.inbound().tokenPath();
        return format == Format.FORM ? FormToken.find(body, path) : BodyToken.find(body, path);
    }

    private void requireToken(PeerProfile peer, @Nullable String token) {
        if (token == null) {
            throw new Refusal(
                    ProblemCode.CREDENTIAL_MISSING,
                    "The message has no text at '" + peer.inbound().tokenPath() + "'.");
        }
        requireSecret(
                peer,
                secret -> ConstantTime.equal(secret, token),
                new Refusal(ProblemCode.TOKEN_INVALID, "The token is not this peer's."));
    }

    private void requireSecret(PeerProfile peer, Predicate<String> matches, Refusal otherwise) {
        String appId = peer.appId() == null ? "" : peer.appId();
        if (peer.secretsAt(clock.instant(), appId).stream().noneMatch(s -> matches.test(s.value()))) {
            throw otherwise;
        }
    }

    private boolean hasDemoToken(HttpServletRequest request) {
        String header = authorization(request);
        return demoTokens && header != null && header.startsWith(BEARER);
    }

    private static boolean isDemoToken(PeerProfile peer, HttpServletRequest request) {
        return ConstantTime.equal(BEARER + "demo-" + peer.code(), String.valueOf(authorization(request)));
    }

    private static void requireDemoToken(PeerProfile peer, HttpServletRequest request) {
        if (!isDemoToken(peer, request)) {
            refuseToken();
        }
    }

    private static @Nullable String authorization(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION);
    }

    private static List<PeerProfile> refuseToken() {
        throw new Refusal(ProblemCode.TOKEN_INVALID, "The bearer token is not this peer's demo token.");
    }

    private static Refusal missing() {
        return new Refusal(
                ProblemCode.CREDENTIAL_MISSING,
                "Sign the request: " + SignHeaders.APP_ID + ", " + SignHeaders.TIMESTAMP + ", " + SignHeaders.NONCE
                        + ", " + SignHeaders.ALGORITHM + ", " + SignHeaders.SIGNATURE + ".");
    }
}
