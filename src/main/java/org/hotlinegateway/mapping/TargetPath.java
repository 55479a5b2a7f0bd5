package org.hotlinegateway.mapping;

import java.util.List;

/** Splits a target path into names; positions and context values have no place in it. */
final class TargetPath {
    private TargetPath() {}

    /** @throws SyntaxFault when the text is no target path */
    static List<String> parse(String text, Place place) {
        Path path = PathParser.parse(text, place);
        boolean plain = path.up() == 0
                && !path.isContext()
                && path.steps().size() == path.names().size()
                && !path.steps().isEmpty();
        if (!plain) {
            throw new SyntaxFault("'" + text + "' is no target path: expected names joined by dots");
        }
        return path.names();
    }
}
