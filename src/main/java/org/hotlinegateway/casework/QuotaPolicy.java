package org.hotlinegateway.casework;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hall's decision how many numbers a day it gives out for some task types.
 *
 * @param quota absent for WALK_IN
 * @param approvedBy a role, not a name
 */
public record QuotaPolicy(
        String hallCode,
        List<String> taskTypeIds,
        Kind policy,
        @Nullable Integer quota,
        OffsetDateTime effectiveFrom,
        @Nullable OffsetDateTime effectiveTo,
        @Nullable String caseNo,
        String approvedBy,
        @Nullable Status status) {
    /** Limited numbers, or none needed. */
    public enum Kind {
        LIMITED,
        WALK_IN
    }

    /** How far the appointment system is with it. */
    public enum Status {
        REQUESTED,
        APPLIED,
        FAILED
    }

    QuotaPolicy with(Status reached) {
        return new QuotaPolicy(
                hallCode, taskTypeIds, policy, quota, effectiveFrom, effectiveTo, caseNo, approvedBy, reached);
    }
}
