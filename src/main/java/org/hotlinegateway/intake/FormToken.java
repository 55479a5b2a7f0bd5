package org.hotlinegateway.intake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the static token among the parameters of a form or of an address. */
final class FormToken {
    private FormToken() {}

    /** The text of a parameter, or null when there is none; given twice it is none. */
    static @Nullable String find(byte[] parameters, String name) {
        List<String> values = Stream.of(new String(parameters, StandardCharsets.ISO_8859_1).split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> decoded(pair.substring(name.length() + 1)))
                .toList();
        return values.size() == 1 ? values.get(0) : null;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ProblemCode.MALFORMED, "A percent sign without two hexadecimal digits.");
        }
    }
}
