package org.hotlinegateway.intake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door says no: a stable code, a sentence for the engineer at the other side, and every field at fault. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final long ALMOST_A_SECOND = 999;

    private final ProblemCode code;
    private final transient List<FieldProblem> errors;
    private final @Nullable Duration comeBack;

    Refusal(ProblemCode code, String detail) {
        this(code, detail, List.of(), null);
    }

    Refusal(ProblemCode code, String detail, List<FieldProblem> errors) {
        this(code, detail, errors, null);
    }

    /** Not now: the sender is told when to come back. */
    Refusal(ProblemCode code, String detail, Duration comeBack) {
        this(code, detail, List.of(), comeBack);
    }

    private Refusal(ProblemCode code, String detail, List<FieldProblem> errors, @Nullable Duration comeBack) {
        super(detail, null, false, false);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.comeBack = comeBack;
    }

    static Refusal unknownAddress() {
        return new Refusal(ProblemCode.ADDRESS_UNKNOWN, "No peer takes such a message here.");
    }

    ProblemCode code() {
        return code;
    }

    /** Value of Retry-After, whole seconds and at least one; empty when coming back would not help. */
    Optional<String> retryAfter() {
        return Optional.ofNullable(comeBack)
                .map(wait -> Long.toString(
                        Math.max(1, wait.plusMillis(ALMOST_A_SECOND).toSeconds())));
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    List<FieldProblem> errors() {
        return errors;
    }
}
