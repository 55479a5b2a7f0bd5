package org.hotlinegateway.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.hotlinegateway.ledger.Conversion;
import org.hotlinegateway.ledger.LedgerReader;
import org.hotlinegateway.mapping.MappingProblems;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.workbench.Preview;
import org.hotlinegateway.workbench.PreviewProgress;
import org.hotlinegateway.workbench.PreviewResult;
import org.hotlinegateway.workbench.PreviewText;
import org.hotlinegateway.workbench.SamplePreview;
import org.hotlinegateway.workbench.SetDifference;
import org.hotlinegateway.workbench.SetShelf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code map diff}: exit code 0 when two sets are the same, or make the same of messages; 1 when not. */
@Command(
        name = "diff",
        description = "Tells in what two mapping sets differ, or what they make of messages.",
        mixinStandardHelpOptions = true)
final class MapDiff implements Callable<Integer> {
    private static final String RECORDED = "recorded";

    @Mixin
    private final KeptSets sets = new KeptSets();

    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = "A digest of 'map history' or its beginning, live, previous, or a mappings folder;"
                    + " with --on recorded also 'recorded', the set that converted each message.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "Likewise.")
    private String after = "";

    @Option(names = "--lines", description = "Show every changed line too.")
    private boolean lines;

    @Option(
            names = "--on",
            paramLabel = "MESSAGES",
            description = "Compare what the sets make of 'recorded' traffic, or of the 'samples' of NEW, a folder.")
    private @Nullable Messages on;

    @Mixin
    private final TrafficOptions traffic = new TrafficOptions();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text (default) or json.")
    private Printed format = Printed.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What to convert by both. */
    private enum Messages {
        RECORDED,
        SAMPLES
    }

    @Override
    public Integer call() {
        try {
            return on == null ? files() : on == Messages.SAMPLES ? samples() : recorded();
        } catch (MappingProblems problems) {
            problems.problems().forEach(spec.commandLine().getErr()::println);
            return 2;
        }
    }

    private int files() {
        SetDifference difference =
                SetDifference.between(before, sets.files(before, spec), after, sets.files(after, spec));
        format.print(difference.lines(lines), difference, spec.commandLine().getOut());
        return difference.isNothing() ? 0 : 1;
    }

    private int samples() {
        Path folder = Path.of(after);
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(
                    spec.commandLine(), "--on samples: expected NEW to be a mappings folder, found '" + after + "'");
        }
        return told(SamplePreview.of(sets.set(before, spec), MappingSet.load(folder), folder));
    }

    private int recorded() {
        MappingSet candidate = sets.set(after, spec);
        PreviewProgress progress = new PreviewProgress();
        try (LedgerReader reader = traffic.ledger().open(sets.data());
                ProgressLine line =
                        new ProgressLine(progress, spec.commandLine().getErr())) {
            Function<Conversion, Optional<MappingSet>> baseline = baseline(KeptShelf.of(sets.data(), reader));
            return told(new Preview(reader, baseline, candidate, traffic.period(Instant.now())).run(progress));
        }
    }

    private Function<Conversion, Optional<MappingSet>> baseline(SetShelf shelf) {
        if (before.equals(RECORDED)) {
            return conversion -> shelf.open(conversion.digest());
        }
        Optional<MappingSet> set = Optional.of(sets.set(before, spec));
        return conversion -> set;
    }

    private int told(PreviewResult result) {
        List<String> found = PreviewText.lines(result);
        format.print(found, result, spec.commandLine().getOut());
        return result.isNothing() ? 0 : 1;
    }
}
