package org.hotlinegateway.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Compiles {@code fn: name} with {@code args: [path]}: a closed set of functions from text to text. */
final class FunctionCompiler {
    private static final Map<String, UnaryOperator<String>> FUNCTIONS =
            new TreeMap<>(Map.of("sha256", FunctionCompiler::sha256));

    private FunctionCompiler() {}

    static Source compile(Draft draft, Yaml node) {
        String name = draft.textOf(node, "the name of a function");
        UnaryOperator<String> function = FUNCTIONS.get(name);
        List<Yaml> args = draft.clauses().get("args") instanceof Yaml.Seq seq ? seq.items() : List.of();
        if (function == null) {
            draft.error(
                    node.place(),
                    "unknown function '" + name + "'. Functions: " + String.join(", ", FUNCTIONS.keySet()) + "."
                            + Near.hint(name, FUNCTIONS.keySet()));
            return frame -> null;
        }
        if (args.size() != 1) {
            draft.error(node.place(), "function '" + name + "' takes 1 argument: args: [PATH]");
            return frame -> null;
        }
        Path path = draft.read(args.get(0));
        return frame -> applied(function, path.resolve(frame));
    }

    private static @Nullable Value applied(UnaryOperator<String> function, @Nullable Value argument) {
        String text = Value.scalarText(argument);
        return text == null || text.isBlank() ? null : new Value.Text(function.apply(text.strip()));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
