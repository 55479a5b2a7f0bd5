package org.hotlinegateway.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.hotlinegateway.ledger.DeliveryState;
import org.hotlinegateway.ledger.Settlement;
import org.hotlinegateway.ledger.Settlement.Outcome;
import org.hotlinegateway.peer.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Decides how an attempt ended and what becomes of the delivery. A message whose outcome is unknown is sent again under
 * the same key only to a peer that is declared idempotent or can be asked; while a peer cannot be reached its lanes wait,
 * without end unless the peer's profile sets an age.
 */
public final class Outcomes {
    private static final int TEXT_AT_MOST = 500;

    private final Clock clock;
    private final Backoff backoff;

    public Outcomes(Clock clock, Backoff backoff) {
        this.clock = clock;
        this.backoff = backoff;
    }

    /** After an answer, judged by the peer's own success predicate. */
    public Settlement of(Answer answer, Attempt attempt) {
        return switch (answer.verdict()) {
            case ACKNOWLEDGED -> settled(Outcome.ACKNOWLEDGED, DeliveryState.ACKNOWLEDGED, null, answer, attempt);
            case REFUSED -> settled(Outcome.REFUSED, DeliveryState.HELD, null, answer, attempt);
            case RETRY -> again(Outcome.REFUSED, answer, attempt);
            case UNKNOWN, ABSENT -> unknown(answer, attempt);
        };
    }

    /** After an attempt without an answer that could be judged. */
    public Settlement of(Failure failure, Attempt attempt) {
        Answer why = saying(failure.code(), failure.text());
        return switch (failure.kind()) {
            case UNMAPPABLE -> settled(Outcome.NOT_SENT, DeliveryState.HELD, null, why, attempt);
            case NOT_SENT ->
                isTooOld(attempt)
                        ? tooOld(Outcome.NOT_SENT, why, attempt)
                        : settled(Outcome.NOT_SENT, DeliveryState.READY, nextConnection(attempt), why, attempt);
            case FAULT -> again(Outcome.NOT_SENT, why, attempt);
            case TURNED_AWAY -> settled(Outcome.REFUSED, DeliveryState.HELD, null, why, attempt);
            case NO_ANSWER, UNREADABLE_ANSWER -> unknown(why, attempt);
        };
    }

    /** After the peer was asked what became of an earlier send, and did not say. */
    public Settlement stillUnknown(@Nullable String code, @Nullable String text, Attempt attempt) {
        return unknown(new Answer(Answer.Verdict.UNKNOWN, false, null, code, text, null, null), attempt);
    }

    private Settlement unknown(Answer why, Attempt attempt) {
        return attempt.peer().resolvesUnknown()
                ? again(Outcome.UNKNOWN, why, attempt)
                : settled(Outcome.UNKNOWN, DeliveryState.HELD, null, why, attempt);
    }

    /** After the peer asked to be left alone for a while. */
    public Settlement later(int httpStatus, Attempt attempt) {
        return again(Outcome.REFUSED, saying("HTTP_" + httpStatus, "the peer asked to try later"), attempt);
    }

    private Settlement again(Outcome outcome, Answer why, Attempt attempt) {
        if (isTooOld(attempt)) {
            return tooOld(outcome, why, attempt);
        }
        boolean spent = attempt.claimed().attempt() >= attempt.peer().maxAttempts();
        return spent
                ? settled(outcome, DeliveryState.HELD, null, why, attempt)
                : settled(outcome, DeliveryState.READY, nextTry(attempt), why, attempt);
    }

    private boolean isTooOld(Attempt attempt) {
        Duration most = attempt.peer().maxAge();
        return most != null
                && !clock.instant().isBefore(attempt.claimed().createdAt().plus(most));
    }

    private Settlement tooOld(Outcome outcome, Answer why, Attempt attempt) {
        String text = "older than " + attempt.peer().maxAge() + ", last " + why.code() + ": " + why.text();
        return settled(outcome, DeliveryState.HELD, null, saying("TOO_OLD", text), attempt);
    }

    /** The peer itself is left alone while it is away, so a lane need not wait longer than that. */
    private Instant nextConnection(Attempt attempt) {
        Duration longest = attempt.peer().limits().longestPause();
        Duration wait = backoff.after(attempt.claimed().attempt(), attempt.peer());
        return clock.instant().plus(wait.compareTo(longest) > 0 ? longest : wait);
    }

    private Instant nextTry(Attempt attempt) {
        Duration wait = backoff.after(attempt.claimed().attempt(), attempt.peer());
        return clock.instant().plus(wait.compareTo(attempt.askedToWait()) > 0 ? wait : attempt.askedToWait());
    }

    private Settlement settled(
            Outcome outcome, DeliveryState next, @Nullable Instant due, Answer answer, Attempt attempt) {
        Instant now = clock.instant();
        return new Settlement(
                outcome,
                next,
                due,
                answer.code(),
                shortened(answer.text()),
                answer.peerReference(),
                attempt.mappingDigest(),
                now,
                Duration.between(attempt.startedAt(), now));
    }

    private static Answer saying(String code, String text) {
        return new Answer(Answer.Verdict.UNKNOWN, false, null, code, text, null, null);
    }

    private static @Nullable String shortened(@Nullable String text) {
        if (text == null || text.codePointCount(0, text.length()) <= TEXT_AT_MOST) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, TEXT_AT_MOST)) + "…";
    }
}
