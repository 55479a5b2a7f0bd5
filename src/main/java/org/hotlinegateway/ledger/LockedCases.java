package org.hotlinegateway.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The cases that one unit of work holds. What changes with every event of a case is written once, at the end. */
final class LockedCases {
    private final CaseSql cases;
    private final Doubt doubt;
    private final Instant now;
    private final Map<String, LockedCase> held = new HashMap<>();

    LockedCases(CaseSql cases, Doubt doubt, Instant now) {
        this.cases = cases;
        this.doubt = doubt;
        this.now = now;
    }

    /** The case as it is now, when there is one; held from here on. */
    Optional<StoredCase> lock(String caseNo) {
        LockedCase before = held.get(caseNo);
        if (before != null) {
            writeLastSeq(before);
        }
        Optional<StoredCase> found = cases.lock(caseNo);
        found.ifPresent(this::hold);
        return found;
    }

    private LockedCase hold(StoredCase found) {
        LockedCase one = new LockedCase(found.id(), found.lastSeq(), false);
        held.put(found.caseNo(), one);
        return one;
    }

    void insert(StoredCase newCase) {
        held.put(newCase.caseNo(), new LockedCase(cases.insert(newCase), 0, true));
    }

    void update(StoredCase changed) {
        LockedCase one = get(changed.caseNo());
        cases.update(one.id, one.lastSeq, changed);
        one.stale = false;
    }

    /** @throws IllegalStateException when the ledger does not have it */
    LockedCase get(String caseNo) {
        LockedCase before = held.get(caseNo);
        return before != null
                ? before
                : hold(cases.lock(caseNo)
                        .orElseThrow(() -> new IllegalStateException("the ledger has no case " + caseNo)));
    }

    void finish() {
        held.forEach(this::leaveAGap);
        held.values().forEach(this::writeLastSeq);
    }

    /** A case that was lost and comes again had used more numbers than this one. */
    private void leaveAGap(String caseNo, LockedCase one) {
        if (one.isNew && doubt.isAbout(caseNo, 1)) {
            one.lastSeq += Doubt.GAP;
            one.stale = true;
        }
    }

    private void writeLastSeq(LockedCase one) {
        if (one.stale) {
            cases.lastSeq(one.id, one.lastSeq, now);
            one.stale = false;
        }
    }
}
