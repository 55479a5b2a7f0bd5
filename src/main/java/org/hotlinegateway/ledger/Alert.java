package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something staff must be told of without their asking.
 *
 * @param name what it is about, so that it is raised once: for example {@code outage/hotline/<since>/begun}
 * @param kind stable code, for example {@code OUTAGE_BEGUN}
 * @param subject the peer, monitor or file concerned
 * @param text one sentence for a person; nothing personal
 * @param facts figures as JSON
 * @param sends how far it is on each way out
 */
public record Alert(
        long id, String name, String kind, String subject, Instant at, String text, String facts, List<Send> sends) {

    /**
     * One way out of an alert.
     *
     * @param way its name, for example {@code WEBHOOK}
     * @param tries how often it was tried
     * @param problem why the last try failed, or null
     */
    public record Send(
            String way,
            int tries,
            @Nullable Instant sentAt,
            @Nullable Instant givenUpAt,
            @Nullable String problem) {}
}
