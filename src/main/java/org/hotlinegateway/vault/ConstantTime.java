package org.hotlinegateway.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Compares secrets without telling by the time it takes how much of them was right. */
public final class ConstantTime {
    private ConstantTime() {}

    public static boolean equal(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
