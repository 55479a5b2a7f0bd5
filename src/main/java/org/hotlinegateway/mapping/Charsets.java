package org.hotlinegateway.mapping;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/** Charsets as the peers mean them, strict both ways. */
final class Charsets {
    private static final String GB18030 = "GB18030";

    private Charsets() {}

    /**
     * The charset to decode with: GB2312 and GBK are read as GB18030, which holds all their characters and more.
     *
     * @throws FieldFault when there is no such charset
     */
    static Charset toDecode(String declared) {
        String name = declared.toUpperCase(Locale.ROOT);
        if (name.equals("GBK") || name.equals("GB2312") || name.equals("GB_2312-80") || name.equals("CP936")) {
            return Charset.forName(GB18030);
        }
        try {
            return Charset.forName(declared);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw DocumentReader.malformed("declares an unknown encoding");
        }
    }

    /** @throws SyntaxFault when there is no such charset, with the name that is near */
    static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            String near = Near.hint(name, Charset.availableCharsets().keySet());
            throw new SyntaxFault("no charset '" + name + "'." + near);
        }
    }

    /** @throws FieldFault when the bytes are malformed in the charset */
    static CharBuffer decode(byte[] bytes, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
        } catch (CharacterCodingException e) {
            throw DocumentReader.malformed("holds bytes that are no " + charset.name());
        }
    }

    /**
     * A text, from a place on, in UTF-8.
     *
     * @throws FieldFault when the bytes are malformed in the charset
     */
    static byte[] utf8(byte[] bytes, int from, Charset charset) {
        byte[] quick = charset.name().equals(GB18030) ? TwoByteText.utf8(bytes, from) : null;
        return quick == null ? utf8(decode(bytes, from, charset)) : quick;
    }

    private static byte[] utf8(CharBuffer text) {
        Bytes out = new Bytes(text.remaining() * 3);
        out.utf8(text.array(), text.arrayOffset() + text.position(), text.arrayOffset() + text.limit());
        return out.toArray();
    }

    static boolean isUtf8(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8);
    }
}
