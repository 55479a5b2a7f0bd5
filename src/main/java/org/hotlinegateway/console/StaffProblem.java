package org.hotlinegateway.console;

import org.hotlinegateway.ledger.Begun;
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
        return missing(what + " is not in the ledger.");
    }

    static StaffProblem notWaiting(String what, String expected) {
        return conflict("not-waiting", what + " is not " + expected + ". Nothing changed.");
    }

    static StaffProblem notAudited() {
        return new StaffProblem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "not-audited",
                "What you want cannot be kept in the audit now, so nothing was done. Try again.");
    }

    static StaffProblem noReason() {
        return new StaffProblem(
                HttpStatus.BAD_REQUEST, "reason-required", "Expected {\"reason\":\"…\"} with at most 200 characters.");
    }

    static StaffProblem setNotKept() {
        return missing(
                "No kept mapping set has this digest. Expected one of the history, or its first 8 digits at least.");
    }

    static StaffProblem noCandidate() {
        return missing(
                "No edited files of this digest wait to be published at this gateway. GET /mappings shows what waits.");
    }

    static StaffProblem setUnusable(String why) {
        return conflict("set-unusable", why + ". Nothing changed.");
    }

    static StaffProblem missing(String why) {
        return new StaffProblem(HttpStatus.NOT_FOUND, "not-found", why);
    }

    private static StaffProblem conflict(String code, String detail) {
        return new StaffProblem(HttpStatus.CONFLICT, code, detail);
    }

    static StaffProblem noTest(String why) {
        return conflict("no-test", why + ". Nothing changed.");
    }

    static StaffProblem noTestName() {
        return malformed("Expected {\"name\":\"…\"}: what the test shows.");
    }

    static StaffProblem noSetting() {
        return missing("No such setting. Expected one of rate, concurrency, drain-rate, maintenance, hold, door-rate,"
                + " hall-rate.");
    }

    static StaffProblem badValue(String why) {
        return malformed(why + ". Nothing changed.");
    }

    static StaffProblem noPreview() {
        return missing("This gateway has no such preview. Expected one of its last twenty.");
    }

    static StaffProblem previewNotDone() {
        return conflict("not-done", "The preview is not done. Nothing changed.");
    }

    static StaffProblem tooManyPreviews() {
        return new StaffProblem(
                HttpStatus.TOO_MANY_REQUESTS, "too-many-previews", "Other previews wait already. Try again later.");
    }

    static StaffProblem malformed(String what) {
        return new StaffProblem(HttpStatus.BAD_REQUEST, "malformed", what);
    }

    static StaffProblem doesNotOpen() {
        return new StaffProblem(
                HttpStatus.CONFLICT,
                "does-not-open",
                "What is kept of it is damaged, or its storage key is missing. Put it back from a backup, give the whole"
                        + " body as a copy, or discard it.");
    }

    static StaffProblem overtaken() {
        return conflict(
                "overtaken",
                "A later delivery of its lane went out meanwhile, or may have; sent now, this one would break the order"
                        + " of its case. It stays discarded.");
    }

    static StaffProblem samePerson() {
        return conflict("same-person", "Who edited a copy may not approve it. Nothing changed.");
    }

    static StaffProblem overrideOff() {
        return conflict(
                "first-required",
                "gateway.desk.override is off: one member must be healed before the rest. Nothing changed.");
    }

    /** @param begun anything but DONE and NOT_FOUND */
    static StaffProblem notBegun(Begun begun) {
        return switch (begun) {
            case AT_WORK -> conflict("at-work", "Other work on the selection is not over. Nothing changed.");
            case NOT_TRIED ->
                conflict(
                        "first-required",
                        "None of the selection has healed by its last try. Expected replay-first, or withoutFirst with"
                                + " a reason. Nothing changed.");
            default -> conflict("nothing-left", "No member of the selection is left for this.");
        };
    }

    static StaffProblem noTime() {
        return malformed("since, until: expected a time with offset such as 2021-09-08T15:53:01+08:00.");
    }

    static StaffProblem noPeriod(String why) {
        return malformed(why + (why.endsWith(".") ? "" : "."));
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }
}
