package org.hotlinegateway.peer;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.hotlinegateway.peer.Answer.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What an answer of a peer means, whatever its answer mapping says: the first rule that fits decides. All of status, code
 * and text that are given must fit.
 *
 * @param status HTTP status: {@code 500}, {@code 5xx} or {@code 500-504}, or absent
 * @param code the peer's own code, or its beginning and a star ({@code 50*}), or absent
 * @param text a sentence or a part of one in the peer's text, or absent
 * @param means what it means
 */
public record OutcomeRule(
        @Nullable
        @Pattern(
                regexp = "[1-5](xx|\\d\\d|\\d\\d-[1-5]\\d\\d)",
                message = "write an HTTP status such as 500, 5xx or 500-504")
        String status,

        @Nullable String code,
        @Nullable String text,

        @NotNull(message = "write one of PERMANENT, TRANSIENT, DUPLICATE")
        Means means) {

    /** What an answer means. */
    public enum Means {
        /** Sending it again brings the same: held for a person. */
        PERMANENT(Verdict.REFUSED),
        /** It may be taken later: sent again. */
        TRANSIENT(Verdict.RETRY),
        /** The peer has it already: as good as acknowledged. */
        DUPLICATE(Verdict.ACKNOWLEDGED);

        private final Verdict verdict;

        Means(Verdict verdict) {
            this.verdict = verdict;
        }
    }

    @AssertTrue(message = "write at least one of status, code, text")
    boolean isAboutSomething() {
        return status != null || code != null || text != null;
    }

    boolean fits(int httpStatus, @Nullable String saidCode, @Nullable String saidText) {
        return fitsStatus(httpStatus)
                && fitsCode(saidCode)
                && (text == null || saidText != null && saidText.contains(text));
    }

    private boolean fitsStatus(int said) {
        if (status == null) {
            return true;
        }
        if (status.endsWith("xx")) {
            return said / 100 == status.charAt(0) - '0';
        }
        String[] ends = status.split("-", 2);
        return said >= Integer.parseInt(ends[0]) && said <= Integer.parseInt(ends[ends.length - 1]);
    }

    private boolean fitsCode(@Nullable String said) {
        if (code == null) {
            return true;
        }
        return said != null
                && (code.endsWith("*") ? said.startsWith(code.substring(0, code.length() - 1)) : said.equals(code));
    }

    /** The answer as it is meant; an event for the case is left only where the peer has the message. */
    Answer applied(Answer said) {
        boolean has = means == Means.DUPLICATE;
        return new Answer(
                means.verdict,
                has || said.duplicate(),
                said.peerReference(),
                said.code(),
                said.text(),
                has ? said.eventType() : null,
                has ? said.eventPayload() : null);
    }
}
