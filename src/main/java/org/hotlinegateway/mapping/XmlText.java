package org.hotlinegateway.mapping;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes text as XML content: escaped, encoded, illegal control characters stripped and noted. */
final class XmlText {
    private static final Pattern NAME =
            Pattern.compile("#text|@?[\\p{L}_][\\p{L}\\p{N}._-]*(:[\\p{L}_][\\p{L}\\p{N}._-]*)?");
    private static final char SUBSTITUTE = 0x3013;

    /** What becomes of a character the encoding lacks. */
    enum Unencodable {
        ERROR,
        REFERENCE,
        SUBSTITUTE
    }

    private final Charset charset;
    private final Unencodable policy;
    private final @Nullable EncodedPlane plane;
    private final @Nullable Run run;

    private XmlText(Charset charset, Unencodable policy, @Nullable EncodedPlane plane, @Nullable Run run) {
        this.charset = charset;
        this.policy = policy;
        this.plane = plane;
        this.run = run;
    }

    static XmlText of(Charset charset, Unencodable policy) {
        return new XmlText(charset, policy, Charsets.isUtf8(charset) ? null : EncodedPlane.of(charset), null);
    }

    XmlText forRun(Run notes) {
        return new XmlText(charset, policy, plane, notes);
    }

    Charset charset() {
        return charset;
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static String checkedName(String text) {
        if (!isName(text)) {
            throw new FieldFault(FieldError.Code.TYPE, "holds a field whose name is no XML name");
        }
        return text;
    }

    void write(String text, Bytes out, boolean attribute) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                ascii(c, out, attribute);
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                supplementary(Character.toCodePoint(c, text.charAt(++i)), out);
            } else if (Character.isSurrogate(c)) {
                half(c, out);
            } else if (c == 0xFFFE || c == 0xFFFF) {
                stripped();
            } else {
                basic(c, out);
            }
        }
    }

    private void ascii(char c, Bytes out, boolean attribute) {
        switch (c) {
            case '&' -> out.ascii("&amp;");
            case '<' -> out.ascii("&lt;");
            case '>' -> out.ascii("&gt;");
            case '\r' -> out.ascii("&#13;");
            case '"' -> out.ascii(attribute ? "&quot;" : "\"");
            case '\n', '\t' -> out.ascii(attribute ? "&#" + (int) c + ";" : String.valueOf(c));
            default -> {
                if (c < 0x20) {
                    stripped();
                } else {
                    out.add(c);
                }
            }
        }
    }

    /** Half a character has no number that XML allows, so there is nothing to refer to. */
    private void half(char half, Bytes out) {
        if (policy != Unencodable.SUBSTITUTE) {
            throw new FieldFault(FieldError.Code.UNENCODABLE, "holds half a character");
        }
        lacking(half, out);
    }

    private void stripped() {
        if (run != null) {
            run.note("STRIPPED: a control character that XML forbids");
        }
    }

    private void basic(char c, Bytes out) {
        if (plane == null) {
            out.utf8(c);
            return;
        }
        byte[] encoded = plane.bytes(c);
        if (encoded == null) {
            lacking(c, out);
        } else {
            out.add(encoded);
        }
    }

    private void supplementary(int codePoint, Bytes out) {
        if (plane == null) {
            out.utf8(codePoint);
            return;
        }
        try {
            ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(Character.toChars(codePoint)));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            out.add(bytes);
        } catch (CharacterCodingException e) {
            lacking(codePoint, out);
        }
    }

    private void lacking(int codePoint, Bytes out) {
        switch (policy) {
            case ERROR ->
                throw new FieldFault(
                        FieldError.Code.UNENCODABLE, "holds a character that " + charset.name() + " lacks");
            case REFERENCE -> {
                out.ascii("&#x" + Integer.toHexString(codePoint).toUpperCase(Locale.ROOT) + ";");
                note("REFERENCE: a character that " + charset.name() + " lacks is written as its number");
            }
            case SUBSTITUTE -> {
                byte[] substitute = plane == null ? null : plane.bytes(SUBSTITUTE);
                out.add(substitute == null ? new byte[] {'?'} : substitute);
                note("SUBSTITUTED: a character that " + charset.name() + " lacks");
            }
        }
    }

    private void note(String text) {
        if (run != null) {
            run.note(text);
        }
    }
}
