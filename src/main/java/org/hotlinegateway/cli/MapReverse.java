package org.hotlinegateway.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hotlinegateway.mapping.MappingContext;
import org.hotlinegateway.mapping.MappingFailure;
import org.hotlinegateway.mapping.MappingProblems;
import org.hotlinegateway.mapping.Reversal;
import org.hotlinegateway.mapping.Reverse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code map reverse}: what of a mapping can be read backwards, and the reversed message. */
@Command(
        name = "reverse",
        description = "Tells of every rule what comes back; with --in gives the reversed message.",
        mixinStandardHelpOptions = true)
final class MapReverse implements Callable<Integer> {
    @Mixin
    private final MappingFiles files = new MappingFiles();

    @Parameters(paramLabel = "FILE", description = "Mapping file.")
    private Path file = Path.of("");

    @Option(names = "--print", description = "Print the table of rules (done anyway without --in).")
    private boolean print;

    @Option(names = "--in", paramLabel = "TARGET", description = "Target message to read backwards.")
    private @Nullable Path target;

    @Option(names = "--onto", paramLabel = "ORIGINAL", description = "Source message the changes are put back onto.")
    private @Nullable Path original;

    @Option(names = "--format", paramLabel = "text|json", description = "How the table is printed (default: text).")
    private Format format = Format.text;

    @Option(names = "--at", paramLabel = "TIME", description = "What $now is, with offset (default: now).")
    private @Nullable OffsetDateTime at;

    @Option(names = "--context", paramLabel = "NAME=VALUE", description = "Further context values.")
    private final Map<String, String> values = new LinkedHashMap<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Written as users type them. */
    enum Format {
        text,
        json
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Reverse reverse = files.load(List.of(file)).reverse(MappingFiles.nameOf(file));
            if (print || target == null) {
                table(reverse.rules());
            }
            if (target != null) {
                GatewayCommand.bytes(spec).write(reversed(reverse, target));
                GatewayCommand.bytes(spec).flush();
            }
            return 0;
        } catch (MappingFailure failure) {
            failure.errors().forEach(error -> err.println(MapRun.line(error)));
            return 2;
        } catch (MappingProblems problems) {
            problems.problems().forEach(err::println);
            return 1;
        }
    }

    private byte[] reversed(Reverse reverse, Path message) {
        Instant now = at == null ? Instant.now() : at.toInstant();
        MappingContext context = new MappingContext(now, values, (scheme, siblings, charset) -> "signed by " + scheme);
        return original == null
                ? reverse.apply(read(message), context)
                : reverse.putBack(read(original), read(message), context);
    }

    private static byte[] read(Path message) {
        try {
            return Files.readAllBytes(message);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + message, e);
        }
    }

    private void table(List<Reversal> rules) {
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.json) {
            out.println(JsonMapper.shared().writeValueAsString(rules));
            return;
        }
        int widest =
                rules.stream().mapToInt(rule -> rule.target().length()).max().orElse(0);
        rules.forEach(rule -> out.println(line(rule, widest)));
        Map<Reversal.Kind, Long> counts = new LinkedHashMap<>();
        for (Reversal.Kind kind : Reversal.Kind.values()) {
            counts.put(kind, rules.stream().filter(rule -> rule.kind() == kind).count());
        }
        out.println(rules.size() + " rule(s): " + counts.get(Reversal.Kind.EXACT) + " EXACT, "
                + counts.get(Reversal.Kind.PARTIAL) + " PARTIAL, " + counts.get(Reversal.Kind.NONE) + " NONE");
    }

    private static String line(Reversal rule, int widest) {
        String back = rule.sources().isEmpty() ? "" : " -> " + String.join(", ", rule.sources());
        String target = rule.target().isEmpty() ? "." : rule.target();
        return target + " ".repeat(widest - rule.target().length()) + back + "  " + rule.verdict() + "  "
                + rule.place();
    }
}
