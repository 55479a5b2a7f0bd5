package org.hotlinegateway.casework;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A no-number alert as gathered so far.
 *
 * @param counts highest figure of each of the peer's alerts
 * @param caseNo the case it opened, or null while below the threshold
 * @param noticedCount figure at the last notice
 */
record AlertRecord(
        NoNumberAlert alert,
        Map<String, Integer> counts,
        @Nullable String caseNo,
        int noticedCount,
        @Nullable OffsetDateTime noticedAt) {

    static AlertRecord first(NoNumberAlert alert, String alertId) {
        return new AlertRecord(alert, Map.of(alertId, alert.failCount()), null, 0, null);
    }

    /** Takes in a further alert under the same key. */
    AlertRecord plus(NoNumberAlert further, String alertId) {
        Map<String, Integer> highest = new TreeMap<>(counts);
        highest.merge(alertId, further.failCount(), Math::max);
        int sum = highest.values().stream().mapToInt(Integer::intValue).sum();
        NoNumberAlert merged = new NoNumberAlert(
                further.alertKey(),
                further.hallCode(),
                further.taskTypeId(),
                further.matterCode(),
                further.matterName(),
                further.slotDate(),
                further.period(),
                further.quota(),
                further.issued(),
                further.waiting(),
                further.reason(),
                sum,
                earlier(alert.firstAt(), further.firstAt()),
                further.lastAt(),
                List.copyOf(highest.keySet()),
                people(further));
        return new AlertRecord(merged, highest, caseNo, noticedCount, noticedAt);
    }

    private static @Nullable OffsetDateTime earlier(@Nullable OffsetDateTime a, @Nullable OffsetDateTime b) {
        return a != null && (b == null || a.isBefore(b)) ? a : b;
    }

    private List<Requester> people(NoNumberAlert further) {
        Map<String, Requester> distinct = new LinkedHashMap<>();
        requesters(alert).forEach(one -> distinct.put(one.name() + "|" + one.contactPhone(), one));
        requesters(further).forEach(one -> distinct.put(one.name() + "|" + one.contactPhone(), one));
        return List.copyOf(distinct.values());
    }

    static List<Requester> requesters(NoNumberAlert alert) {
        return alert.requesters() == null ? List.of() : alert.requesters();
    }

    /** Whether it is time to open a case. */
    boolean opens(Policies.Alerts policy) {
        boolean byPeople = policy.reasons().get(alert.reason()) == Policies.Refusal.INCIDENT
                && requesters(alert).size() >= policy.openAtRequesters();
        return alert.failCount() >= policy.openAt() || byPeople;
    }

    /** Whether it is told again: a further step was reached, or it grew and the last notice is long ago. */
    boolean isNoticeDue(Policies.Alerts policy, OffsetDateTime now) {
        boolean step = policy.noticeAt().stream().anyMatch(at -> noticedCount < at && alert.failCount() >= at);
        boolean longAgo = noticedAt == null
                || !noticedAt.plusMinutes(policy.noticeAfterMinutes()).isAfter(now);
        return step || (longAgo && alert.failCount() > noticedCount);
    }

    AlertRecord noticed(String ofCase, OffsetDateTime at) {
        return new AlertRecord(alert, new HashMap<>(counts), ofCase, alert.failCount(), at);
    }
}
