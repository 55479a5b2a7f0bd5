package org.hotlinegateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit: that somebody asked for something, or what the answer to an earlier line was.
 *
 * @param id rises, with gaps
 * @param by name of the person or script
 * @param origin network address it came from
 * @param act what was asked for, for example {@code POST /desk/{side}/{id}/reveal}
 * @param subject on what, for example {@code id=17, side=messages}; empty when on nothing in particular
 * @param answers the line that this one answers, or null when this one asks
 * @param status HTTP status of the answer, or null when this one asks
 * @param hash of this line and the hash before it
 */
public record AuditEntry(
        long id,
        Instant at,
        String by,
        String origin,
        String act,
        String subject,
        @Nullable Long answers,
        @Nullable Integer status,
        String hash) {}
