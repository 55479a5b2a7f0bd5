package org.hotlinegateway.mapping;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;

/** What the functions of the language do. */
final class FunctionBodies {
    /** Stands between the parts of a name, so that a|bc and ab|c differ. */
    private static final String PART_END = "\u001f";

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private FunctionBodies() {}

    static Function.Body onText(UnaryOperator<String> body) {
        return arguments -> new Value.Text(body.apply(text(arguments.get(0))));
    }

    private static String text(Value value) {
        return String.valueOf(Value.scalarText(value));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String digest(String algorithm, String text) {
        return HexFormat.of().formatHex(hash(algorithm, text));
    }

    private static byte[] hash(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(utf8(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sm3(String text) {
        SM3Digest digest = new SM3Digest();
        byte[] bytes = utf8(text);
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }

    static String crc32(String text) {
        CRC32 crc = new CRC32();
        crc.update(utf8(text));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static String joined(List<Value> parts) {
        return String.join(PART_END, parts.stream().map(FunctionBodies::text).toList());
    }

    static Value uuid(List<Value> parts) {
        ByteBuffer hash = ByteBuffer.wrap(hash("SHA-1", joined(parts)));
        long high = hash.getLong() & ~0xF000L | 0x5000L;
        long low = hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new Value.Text(new UUID(high, low).toString());
    }

    static Value key(List<Value> parts) {
        return new Value.Text(digest("SHA-256", joined(parts)).substring(0, 16));
    }

    static String checkDigit(String digits) {
        if (!digits.matches("\\d{17}")) {
            throw new FieldFault(FieldError.Code.TYPE, "'check-digit' takes 17 digits");
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return String.valueOf("10X98765432".charAt(sum % 11));
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(utf8(text));
    }

    static String unbase64(String text) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(text)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new FieldFault(FieldError.Code.TYPE, "is no Base64 of a text in UTF-8");
        }
    }

    static String urlEncode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String urlDecode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new FieldFault(FieldError.Code.TYPE, "has a percent sign that begins no character");
        }
    }

    static String halfWidth(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append((char) (c == 0x3000 ? ' ' : c > 0xFF00 && c < 0xFF5F ? c - 0xFEE0 : c)));
        return out.toString();
    }

    static String plainText(String text) {
        return text.replaceAll("<[^<>]*>", "")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&")
                .strip();
    }

    static Value length(List<Value> arguments) {
        String text = text(arguments.get(0));
        return new Value.Num(Integer.toString(text.codePointCount(0, text.length())));
    }

    private static List<Value> items(List<Value> arguments) {
        return arguments.get(0) instanceof Value.Arr arr ? arr.items() : List.of();
    }

    private static BigDecimal number(Value item) {
        String text = Value.scalarText(item);
        if (text == null || !Numbers.looksNumeric(text.strip())) {
            throw new FieldFault(FieldError.Code.TYPE, "has an element that is no number");
        }
        return new BigDecimal(text.strip());
    }

    private static @Nullable Value reduced(List<Value> arguments, BinaryOperator<BigDecimal> by) {
        return items(arguments).stream()
                .filter(item -> !Value.isMissing(item))
                .map(FunctionBodies::number)
                .reduce(by)
                .map(number -> new Value.Num(number.stripTrailingZeros().toPlainString()))
                .orElse(null);
    }

    static @Nullable Value sum(List<Value> arguments) {
        return reduced(arguments, BigDecimal::add);
    }

    static @Nullable Value least(List<Value> arguments) {
        return reduced(arguments, BigDecimal::min);
    }

    static @Nullable Value greatest(List<Value> arguments) {
        return reduced(arguments, BigDecimal::max);
    }

    static Value sorted(List<Value> arguments) {
        List<Value> items = new ArrayList<>(items(arguments));
        boolean numbers = items.stream().allMatch(item -> Numbers.looksNumeric(text(item)));
        items.sort(numbers ? Comparator.comparing(FunctionBodies::number) : Comparator.comparing(FunctionBodies::text));
        return new Value.Arr(items);
    }

    static Value distinct(List<Value> arguments) {
        return new Value.Arr(List.copyOf(new LinkedHashSet<>(items(arguments))));
    }

    static Value reversed(List<Value> arguments) {
        List<Value> items = new ArrayList<>(items(arguments));
        Collections.reverse(items);
        return new Value.Arr(items);
    }
}
