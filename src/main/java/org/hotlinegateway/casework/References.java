package org.hotlinegateway.casework;

import org.hotlinegateway.ledger.LedgerTx;

/** Order numbers: each belongs to one case. */
final class References {
    static final String TAKEN = "the order number belongs to another case";

    private References() {}

    static boolean isTaken(LedgerTx tx, String caseNo, Event event) {
        String field = event.type().equals(EventType.REDO_ORDERED.name()) ? "newOrderNo" : "orderNo";
        boolean gives = event.type().equals(EventType.REDO_ORDERED.name())
                || event.type().equals(EventType.ORDER_LINKED.name());
        String number = event.payload().path(field).asString("");
        return gives
                && !number.isEmpty()
                && tx.caseNoOf(event.peer(), number)
                        .filter(holder -> !holder.equals(caseNo))
                        .isPresent();
    }
}
