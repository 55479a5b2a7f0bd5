package org.hotlinegateway.simulator;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * An order a stand-in hotline made.
 *
 * @param orderNo the number it gave
 * @param caseNo the case the order is for
 * @param unitCode the handling unit in the hotline's own codes
 * @param registeredAt when the case was registered, as the order says
 * @param deadline the deadline the order states, or empty
 */
public record HotlineOrder(
        String orderNo, String caseNo, String unitCode, LocalDateTime registeredAt, String deadline) {
    static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    HotlineOrder again(String newOrderNo) {
        return new HotlineOrder(newOrderNo, caseNo, unitCode, registeredAt, deadline);
    }
}
