package org.hotlinegateway.mapping;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/** Checks the errors of a refusal: each foreseen, with its field and rule, and without a value of the message. */
final class LocatedErrors {
    private static final int IDEOGRAPHS = 0x2E80;

    private final String file;

    /** @param file the mapping file, whose own words an error may repeat */
    LocatedErrors(byte[] file) {
        this.file = new String(file, StandardCharsets.UTF_8);
    }

    void check(MappingFailure failure, String document) {
        Set<String> values = new LinkedHashSet<>();
        collect(JsonReader.parse(document.getBytes(StandardCharsets.UTF_8)), values);
        for (FieldError error : failure.errors()) {
            if (error.code() == FieldError.Code.INTERNAL) {
                throw broken("unforeseen", error);
            }
            boolean whole =
                    error.code() == FieldError.Code.MALFORMED && error.target().isEmpty();
            if (error.message().isBlank() || !whole && error.target().isEmpty() && error.rule() == null) {
                throw broken("without its place", error);
            }
            if (values.stream().anyMatch(value -> error.message().contains(value))) {
                throw broken("with a value of the message", error);
            }
        }
    }

    private static LawBroken broken(String what, FieldError error) {
        return new LawBroken(Laws.Law.REFUSES_WITH_PLACES, "an error " + what + ": " + line(error));
    }

    static String line(FieldError error) {
        return error.target() + " " + error.code() + " " + error.message() + " (" + error.rule() + ")";
    }

    /** Texts that cannot be words of the gateway itself. */
    private void collect(Value value, Set<String> values) {
        if (value instanceof Value.Obj obj) {
            for (int i = 0; i < obj.size(); i++) {
                collect(obj.value(i), values);
            }
        } else if (value instanceof Value.Arr arr) {
            arr.items().forEach(item -> collect(item, values));
        } else if (value instanceof Value.Text text && isTelling(text.text().strip())) {
            values.add(text.text().strip());
        }
    }

    private boolean isTelling(String text) {
        return text.length() > 1 && text.codePoints().anyMatch(c -> c > IDEOGRAPHS) && !file.contains(text);
    }
}
