package org.hotlinegateway.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hotlinegateway.ledger.LedgerReader;
import org.hotlinegateway.mapping.Explanation;
import org.hotlinegateway.mapping.MappingProblems;
import org.hotlinegateway.workbench.MessageOrigins;
import org.hotlinegateway.workbench.Origins;
import org.hotlinegateway.workbench.OriginsText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code map explain}: for every target field its rule, its source paths and what was applied; of a sample by a mapping
 * file, or of a message in a ledger by the set that converted it.
 */
@Command(name = "explain", description = "Tells which rule made which field.", mixinStandardHelpOptions = true)
final class MapExplain implements Callable<Integer> {
    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(names = "--sources", description = "Of a sample: tell of every source field where it went.")
    private boolean sources;

    @Option(names = "--message", paramLabel = "ID", description = "A received message, by its number or receipt.")
    private @Nullable String message;

    @Option(
            names = "--delivery",
            paramLabel = "ID",
            description = "A delivery, by its number or CASE/SEQUENCE/PEER, with the peer's answer.")
    private @Nullable String delivery;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "./data",
            description = "Data folder of the gateway (default: ${DEFAULT-VALUE}).")
    private Path dataDir = Path.of("data");

    @Mixin
    private final LedgerAddress ledger = new LedgerAddress();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "Of a message in a ledger: text (default) or json.")
    private Printed format = Printed.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        long meant = Stream.of(options.given(), message != null, delivery != null)
                .filter(given -> given)
                .count();
        if (meant != 1) {
            throw new ParameterException(
                    spec.commandLine(), "Expected one of FILE --in SAMPLE, --message ID, --delivery ID");
        }
        return options.given() ? sample() : recorded();
    }

    private int sample() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Explanation explanation =
                    Explanation.of(options.load(), options.name(), options.message(), options.context());
            explanation.fields().forEach(field -> out.println(field));
            if (sources) {
                explanation.sources().forEach(field -> out.println(OriginsText.line(field)));
            }
            explanation.errors().forEach(error -> out.println("error: " + MapRun.line(error)));
            return explanation.errors().isEmpty() ? 0 : 2;
        } catch (MappingProblems problems) {
            problems.problems().forEach(out::println);
            return 1;
        }
    }

    private int recorded() {
        try (LedgerReader reader = ledger.open(dataDir)) {
            MessageOrigins origins = new MessageOrigins(reader, KeptShelf.of(dataDir, reader));
            Optional<Origins> found =
                    message == null ? origins.ofDelivery(String.valueOf(delivery)) : origins.ofMessage(message);
            found.ifPresentOrElse(
                    one -> format.print(
                            OriginsText.lines(one), one, spec.commandLine().getOut()),
                    () -> spec.commandLine()
                            .getErr()
                            .println((message == null ? "the delivery" : "the message") + " is not in the ledger"));
            return found.isPresent() ? 0 : 2;
        }
    }
}
