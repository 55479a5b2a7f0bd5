package org.hotlinegateway.intake;

import java.util.List;

/** The door says no: a stable code, a sentence for the engineer at the other side, and every field at fault. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<FieldProblem> errors;

    Refusal(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    Refusal(ProblemCode code, String detail, List<FieldProblem> errors) {
        super(detail, null, false, false);
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    static Refusal unknownAddress() {
        return new Refusal(ProblemCode.ADDRESS_UNKNOWN, "No peer takes such a message here.");
    }

    ProblemCode code() {
        return code;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    List<FieldProblem> errors() {
        return errors;
    }
}
