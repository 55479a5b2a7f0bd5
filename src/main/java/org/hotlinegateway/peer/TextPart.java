package org.hotlinegateway.peer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which piece of a text a part of a message carries; as the part of a delivery it is written {@code text-2of3}.
 *
 * @param number 2 for the first that follows the message
 * @param of how many pieces there are, that of the message itself counted
 */
public record TextPart(int number, int of) {
    private static final Pattern WRITTEN = Pattern.compile("text-(\\d{1,4})of(\\d{1,4})");

    /** Reads the part of a delivery; empty when it is something else. */
    public static Optional<TextPart> parse(@Nullable String part) {
        Matcher text = WRITTEN.matcher(part == null ? "" : part);
        return text.matches()
                ? Optional.of(new TextPart(Integer.parseInt(text.group(1)), Integer.parseInt(text.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "text-" + number + "of" + of;
    }
}
