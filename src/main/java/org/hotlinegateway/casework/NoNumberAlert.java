package org.hotlinegateway.casework;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requesters were refused a number, or found no slot, for one task type on one day.
 *
 * @param alertKey {@code NN|hallCode|taskTypeId|slotDate}
 * @param reason code of the refusal sentence
 * @param failCount refused people: the highest figure of each of the peer's alerts, added up
 * @param requesters masked
 */
public record NoNumberAlert(
        String alertKey,
        String hallCode,
        String taskTypeId,
        @Nullable String matterCode,
        @Nullable String matterName,
        LocalDate slotDate,
        @Nullable String period,
        @Nullable Integer quota,
        @Nullable Integer issued,
        @Nullable Integer waiting,
        String reason,
        int failCount,
        @Nullable OffsetDateTime firstAt,
        @Nullable OffsetDateTime lastAt,
        @Nullable List<String> peerAlertIds,
        @Nullable List<Requester> requesters) {}
