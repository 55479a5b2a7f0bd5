package org.hotlinegateway.intake;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.hotlinegateway.peer.AuthScheme;
import org.hotlinegateway.peer.PeerProfile;
import org.hotlinegateway.vault.ConstantTime;
import org.hotlinegateway.vault.ParameterSignature;

/**
 * How a peer without signing headers proves itself in an upload: by its static token in a field, or by an MD5 over the
 * form's other fields. The MD5 covers the file through the field {@code hash}, which is therefore required.
 */
final class StreamProofs {
    private static final String SIGNATURE = "QM";

    private StreamProofs() {}

    static boolean hasInBody(PeerProfile peer) {
        return peer.inbound().auth().contains(AuthScheme.TOKEN)
                || peer.inbound().auth().contains(AuthScheme.MD5_HEAD);
    }

    /** What a secret of the peer must satisfy, and the refusal when none does. */
    record Matches(Predicate<String> secret, Refusal otherwise) {}

    static void require(PeerProfile peer, UploadForm form, Consumer<Matches> require) {
        require.accept(peer.inbound().auth().contains(AuthScheme.TOKEN) ? token(peer, form) : mark(form));
    }

    private static Matches token(PeerProfile peer, UploadForm form) {
        String field = peer.inbound().tokenPath();
        String token = form.fields().get(field);
        if (token == null) {
            throw new Refusal(ProblemCode.CREDENTIAL_MISSING, "The field " + field + " is missing.");
        }
        return new Matches(
                secret -> ConstantTime.equal(secret, token),
                new Refusal(ProblemCode.TOKEN_INVALID, "The token is not this peer's."));
    }

    private static Matches mark(UploadForm form) {
        Map<String, String> signed = new TreeMap<>(form.fields());
        String mark = signed.remove(SIGNATURE);
        if (mark == null || !signed.containsKey("hash")) {
            throw new Refusal(ProblemCode.CREDENTIAL_MISSING, "The fields " + SIGNATURE + " and hash must be given.");
        }
        return new Matches(
                secret -> ConstantTime.equal(ParameterSignature.md5(signed, secret, StandardCharsets.UTF_8), mark),
                new Refusal(
                        ProblemCode.SIGNATURE_INVALID, "The field " + SIGNATURE + " does not match the other fields."));
    }
}
