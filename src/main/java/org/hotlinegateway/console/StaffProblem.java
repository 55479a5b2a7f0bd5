package org.hotlinegateway.console;

import org.springframework.http.HttpStatus;

/** Why staff cannot have what they asked for. */
final class StaffProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;

    private StaffProblem(HttpStatus status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    static StaffProblem notFound(String what) {
        return new StaffProblem(HttpStatus.NOT_FOUND, "not-found", what + " is not in the ledger.");
    }

    static StaffProblem notWaiting(String what, String expected) {
        return new StaffProblem(
                HttpStatus.CONFLICT, "not-waiting", what + " is not " + expected + ". Nothing changed.");
    }

    static StaffProblem noReason() {
        return new StaffProblem(
                HttpStatus.BAD_REQUEST, "reason-required", "Expected {\"reason\":\"…\"} with at most 200 characters.");
    }

    static StaffProblem setNotKept() {
        return new StaffProblem(
                HttpStatus.NOT_FOUND,
                "not-found",
                "No kept mapping set has this digest. Expected one of the history, or its first 8 digits at least.");
    }

    static StaffProblem noCandidate() {
        return new StaffProblem(
                HttpStatus.NOT_FOUND,
                "not-found",
                "No edited files of this digest wait to be published at this gateway. GET /mappings shows what waits.");
    }

    static StaffProblem setUnusable(String why) {
        return new StaffProblem(HttpStatus.CONFLICT, "set-unusable", why + ". Nothing changed.");
    }

    static StaffProblem nothingCalledSo(String why) {
        return new StaffProblem(HttpStatus.NOT_FOUND, "not-found", why);
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }
}
