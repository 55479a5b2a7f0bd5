package org.hotlinegateway.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.hotlinegateway.peer.FileProfile;
import org.hotlinegateway.vault.SignatureAlgorithm;
import org.hotlinegateway.vault.StreamHash;

/** A request's body while it streams by: hashed as it travelled, and never more of it than allowed. */
final class HashedBody extends FilterInputStream {
    /** For the parts around the file. */
    private static final long BESIDE_THE_FILE = 64 * 1024;

    private final long most;
    private final SignatureAlgorithm algorithm;
    private final StreamHash hash;
    private final Map<SignatureAlgorithm, String> made = new EnumMap<>(SignatureAlgorithm.class);
    private long passed;

    private HashedBody(InputStream in, long most, SignatureAlgorithm algorithm) {
        super(in);
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

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int got = read(one, 0, 1);
        return got < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int got = super.read(into, from, length);
        if (got > 0) {
            hash.update(into, from, got);
            passed += got;
            if (passed > most) {
                throw new Refusal(ProblemCode.BODY_TOO_LARGE, "The message is larger than this peer's files may be.");
            }
        }
        return got;
    }

    private static Refusal tooLarge(FileProfile profile) {
        return new Refusal(
                ProblemCode.BODY_TOO_LARGE,
                "The file is larger than the " + profile.maxSize().toMegabytes() + " MB this peer may send.");
    }
}
