package org.hotlinegateway.casework;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Numbers that a hotline gave its orders after an event had happened. The event's document is as of the event, but the
 * hotline can only place what names its order; by the time it is sent, the order before it in the lane is acknowledged
 * and has its number.
 */
final class OrderNumbers {
    /** An order starts with its number; one without starts with its round. */
    private static final String UNNUMBERED = "{\"round\":";

    private OrderNumbers() {}

    /** True when the document may hold an order without a number: cheap, so that most are sent as they are. */
    static boolean mayLack(byte[] document) {
        return new String(document, StandardCharsets.ISO_8859_1).contains(UNNUMBERED);
    }

    /** The document with the numbers that this peer has given since. */
    static byte[] filled(byte[] document, String peer, Case now) {
        ObjectNode told = Json.read(document, ObjectNode.class);
        List<Order> known = now.orders();
        JsonNode orders = told.path("case").path("orders");
        for (int i = 0; i < Math.min(orders.size(), known.size()); i++) {
            Order order = known.get(i);
            boolean lacks = peer.equals(order.peer()) && !orders.get(i).has("orderNo");
            if (lacks && order.orderNo() != null && orders.get(i) instanceof ObjectNode node) {
                node.put("orderNo", order.orderNo());
            }
        }
        return Json.bytes(told);
    }
}
