package org.hotlinegateway;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotlinegateway.mapping.MappingProblems;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Tells in sentences, not in a stack trace, why the gateway refuses to start. */
class StartFailure implements FailureAnalyzer {
    private static final String ACTION = "Mend what is named above and start again. docs/operating.md explains every"
            + " setting; docs/mapping-language.md the mapping files.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return refusal(failure)
                .map(refusal -> new FailureAnalysis(refusal.getMessage(), ACTION, refusal))
                .orElse(null);
    }

    private static Optional<Throwable> refusal(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(StartFailure::isOurs)
                .findFirst();
    }

    private static boolean isOurs(Throwable cause) {
        boolean isRefusal = cause instanceof MappingProblems
                || cause instanceof IllegalStateException
                || cause instanceof UncheckedIOException;
        StackTraceElement[] trace = cause.getStackTrace();
        return isRefusal && trace.length > 0 && trace[0].getClassName().startsWith("org.hotlinegateway.");
    }
}
