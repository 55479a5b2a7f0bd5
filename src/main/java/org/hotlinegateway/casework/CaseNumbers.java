package org.hotlinegateway.casework;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.hotlinegateway.ledger.LedgerTx;
import org.hotlinegateway.peer.Hall;

/** Numbers for cases whose sender gives none: {@code BBCS-<region9>-<yyyyMMdd>-<nnnn>}, rising by region and day. */
final class CaseNumbers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private CaseNumbers() {}

    static String next(LedgerTx tx, CaseStore store, Hall hall, OffsetDateTime occurredAt) {
        String day = DAY.format(Json.beijing(occurredAt).toLocalDate());
        while (true) {
            long number = tx.next("case:" + hall.region9() + ":" + day);
            String caseNo = "BBCS-%s-%s-%04d".formatted(hall.region9(), day, number);
            if (store.find(caseNo).isEmpty()) {
                return caseNo;
            }
        }
    }
}
