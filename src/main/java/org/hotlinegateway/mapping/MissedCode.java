package org.hotlinegateway.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A code that is in no row of its table. The code itself is told only when it looks like one; anything that may be a
 * person's (a name, a telephone, an identity number) is told by its length and a short tag that keeps two apart.
 *
 * @param table the table's name in the mapping file
 * @param origin the table's file and the columns that are read, {@code tables/causes.csv#cause->code}
 * @param code the code, or what may be told of it
 */
public record MissedCode(String table, String origin, String code) {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:/-]{1,24}");
    private static final Pattern REGION = Pattern.compile("[1-9](\\d{5}|\\d{8}|\\d{11})");
    private static final int DIGITS_OF_A_CODE = 6;
    private static final int TAG_BYTES = 2;

    static MissedCode of(Table table, String key) {
        String shown = Arrays.stream(key.split(String.valueOf(Table.KEY_GLUE), -1))
                .map(MissedCode::shown)
                .collect(Collectors.joining(" + "));
        return new MissedCode(table.name(), table.origin(), shown);
    }

    private static String shown(String key) {
        boolean fewDigits = key.chars().filter(Character::isDigit).count() <= DIGITS_OF_A_CODE;
        boolean code =
                CODE.matcher(key).matches() && (fewDigits || REGION.matcher(key).matches());
        return code ? key : "(" + key.codePointCount(0, key.length()) + " characters, " + tag(key) + ")";
    }

    /** Too short to tell a person by, long enough to tell two codes of one table apart. */
    private static String tag(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
