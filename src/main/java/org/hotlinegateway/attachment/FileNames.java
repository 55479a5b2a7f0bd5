package org.hotlinegateway.attachment;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of files as peers write them, made fit to be shown and to be a file's name anywhere: garbled ones are repaired
 * where their bytes allow it and replaced where they do not.
 */
final class FileNames {
    private static final int LONGEST = 120;
    private static final int LONGEST_ENDING = 10;
    private static final String NAMELESS = "附件";
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Below it a text read in the wrong charset and a right one cannot be told apart. */
    private static final int SURE = 4;

    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\u2028\\u2029]");
    private static final Pattern MEANT_BY_SYSTEMS = Pattern.compile("[\"<>:|?*%;]");
    private static final Pattern LOST = Pattern.compile("\uFFFD|锟斤拷|\\?{2,}");
    private static final Pattern ENDS = Pattern.compile("^[.\\s]+|[.\\s]+$");
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1," + LONGEST_ENDING + "}$");

    private FileNames() {}

    /** The name made fit; never empty. */
    static String fit(@Nullable String written) {
        String text = repaired(written == null ? "" : written);
        String ending = ending(text);
        if (LOST.matcher(text).find()) {
            return NAMELESS + ending;
        }
        String last = FOLDERS.matcher(text).replaceFirst("");
        String clean =
                MEANT_BY_SYSTEMS.matcher(UNFIT.matcher(last).replaceAll("")).replaceAll("_");
        String bare = ENDS.matcher(clean).replaceAll("");
        if (bare.isEmpty()) {
            return NAMELESS + ending;
        }
        return shortened(RESERVED.matcher(bare).matches() ? "_" + bare : bare);
    }

    private static String ending(String text) {
        var found = ENDING.matcher(text.strip());
        return found.find() ? found.group() : "";
    }

    private static String shortened(String name) {
        int points = name.codePointCount(0, name.length());
        if (points <= LONGEST) {
            return name;
        }
        String ending = ending(name);
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - ending.length())) + ending;
    }

    /** Bytes read in a wrong charset are read again in the one that fits. */
    private static String repaired(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        if (text.chars().allMatch(c -> c <= 0xff)) {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            return decoded(bytes, StandardCharsets.UTF_8)
                    .or(() -> decoded(bytes, GB18030))
                    .filter(FileNames::isWide)
                    .orElse(text);
        }
        long wide = text.chars().filter(c -> c >= 0x80).count();
        return wide < SURE
                ? text
                : encoded(text)
                        .flatMap(bytes -> decoded(bytes, StandardCharsets.UTF_8))
                        .filter(FileNames::isWide)
                        .orElse(text);
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> encoded(String text) {
        try {
            ByteBuffer bytes = GB18030.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            byte[] all = new byte[bytes.remaining()];
            bytes.get(all);
            return Optional.of(all);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Only Chinese and its punctuation beside ASCII: no text read wrongly looks like this by chance. */
    private static boolean isWide(String text) {
        return text.codePoints().noneMatch(c -> c >= 0x80 && c < 0x2000 || c == 0xfffd);
    }

    /** The header Content-Disposition for saving under a name (RFC 6266, RFC 5987), with a plain name for old readers. */
    static String disposition(String name) {
        StringBuilder plain = new StringBuilder();
        name.codePoints().forEach(c -> plain.append(c < 0x80 ? (char) c : '_'));
        StringBuilder coded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean bare = b >= 'a' && b <= 'z'
                    || b >= 'A' && b <= 'Z'
                    || b >= '0' && b <= '9'
                    || b == '.'
                    || b == '-'
                    || b == '_';
            coded.append(bare ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xff));
        }
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + coded;
    }
}
