package org.hotlinegateway.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.hotlinegateway.peer.FileProfile;
import org.hotlinegateway.vault.SignatureAlgorithm;
import org.hotlinegateway.vault.StreamHash;
import org.hotlinegateway.vault.WatchedStream;

/** A request's body while it streams by: hashed as it travelled, and never more of it than allowed. */
final class HashedBody {
    /** For the parts around the file. */
    private static final long BESIDE_THE_FILE = 64 * 1024;

    private final InputStream stream;
    private final long most;
    private final SignatureAlgorithm algorithm;
    private final StreamHash hash;
    private final Map<SignatureAlgorithm, String> made = new EnumMap<>(SignatureAlgorithm.class);
    private long passed;

    private HashedBody(InputStream in, long most, SignatureAlgorithm algorithm) {
        this.stream = new WatchedStream(in, this::pass);
        this.most = most;
        this.algorithm = algorithm;
        this.hash = algorithm.newHash();
    }

    static HashedBody of(HttpServletRequest request, FileProfile profile) throws IOException {
        long most = profile.maxSize().toBytes() + BESIDE_THE_FILE;
        if (request.getContentLengthLong() > most) {
            throw tooLarge(profile);
        }
        SignatureAlgorithm algorithm =
                SignedRequests.isSigned(request) ? SignedRequests.algorithm(request) : SignatureAlgorithm.HMAC_SHA256;
        return new HashedBody(request.getInputStream(), most, algorithm);
    }

    /** The hash of what passed by, once it all has. */
    String hash(SignatureAlgorithm wanted) {
        if (wanted != algorithm) {
            throw new IllegalStateException("the body was not hashed for " + wanted.wireName());
        }
        return made.computeIfAbsent(algorithm, a -> hash.hex());
    }

    /** The body, to be read once. */
    InputStream stream() {
        return stream;
    }

    private void pass(byte[] bytes, int from, int length) {
        hash.update(bytes, from, length);
        passed += length;
        if (passed > most) {
            throw new Refusal(ProblemCode.BODY_TOO_LARGE, "The message is larger than this peer's files may be.");
        }
    }

    private static Refusal tooLarge(FileProfile profile) {
        return new Refusal(
                ProblemCode.BODY_TOO_LARGE,
                "The file is larger than the " + profile.maxSize().toMegabytes() + " MB this peer may send.");
    }
}
