package org.hotlinegateway.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.hotlinegateway.peer.AuthScheme;
import org.hotlinegateway.peer.PeerProfile;

/** Hashes by which the door tells a repeat from a contradiction. */
final class Hashes {
    private static final byte[] HEAD_END = "</HEAD>".getBytes(StandardCharsets.US_ASCII);

    private Hashes() {}

    /** SHA-256 of a source's name and its bytes, lower hex: the key of a message without an id. */
    static String sha256(String source, byte[] raw) {
        MessageDigest digest = sha256();
        digest.update(source.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(raw));
    }

    /**
     * SHA-256 of what a message says. A legacy peer dates and signs the HEAD of every sending anew, so that its message is
     * what follows the HEAD.
     */
    static String ofContent(PeerProfile peer, byte[] raw) {
        int from = peer.inbound().auth().contains(AuthScheme.MD5_HEAD) ? endOfHead(raw) : 0;
        MessageDigest digest = sha256();
        digest.update(raw, from, raw.length - from);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static int endOfHead(byte[] raw) {
        for (int at = 0; at + HEAD_END.length <= raw.length; at++) {
            if (startsWithHeadEnd(raw, at)) {
                return at + HEAD_END.length;
            }
        }
        return 0;
    }

    private static boolean startsWithHeadEnd(byte[] raw, int at) {
        for (int i = 0; i < HEAD_END.length; i++) {
            if (raw[at + i] != HEAD_END[i]) {
                return false;
            }
        }
        return true;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks SHA-256", e);
        }
    }
}
