package org.hotlinegateway.flow;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.hotlinegateway.ledger.Conversion;
import org.jspecify.annotations.Nullable;

/** Reads what a route's exchange must carry; a missing piece is a fault of the route file. */
final class Carried {
    private Carried() {}

    static byte[] bytes(Exchange exchange) {
        return there(exchange, exchange.getMessage().getBody(byte[].class), "a body");
    }

    /** The number on a claim check. */
    static long claimCheck(Exchange exchange) {
        String text = there(exchange, exchange.getMessage().getBody(String.class), "a claim check");
        return Long.parseLong(text.strip());
    }

    static String header(Exchange exchange, String name) {
        return there(exchange, exchange.getMessage().getHeader(name, String.class), "header " + name);
    }

    static <T> T property(Exchange exchange, String name, Class<T> type) {
        return there(exchange, exchange.getProperty(name, type), "property " + name);
    }

    static <E extends Exception> E caught(Exchange exchange, Class<E> type) {
        return property(exchange, Exchange.EXCEPTION_CAUGHT, type);
    }

    /** How the exchange's messages were converted so far. */
    @SuppressWarnings("unchecked")
    static List<Conversion> conversions(Exchange exchange) {
        List<Conversion> all = exchange.getProperty(MappingProducer.CONVERSIONS, List.class);
        return all == null ? List.of() : all;
    }

    /** The peer whose route this is: the route's group. */
    static String peer(Exchange exchange) {
        String id = there(exchange, exchange.getFromRouteId(), "a route");
        Route route = there(exchange, exchange.getContext().getRoute(id), "route " + id);
        return there(exchange, route.getGroup(), "a group in route " + id);
    }

    /** The address at which the exchange failed. */
    static String failedStep(Exchange exchange) {
        String endpoint = exchange.getProperty(Exchange.FAILURE_ENDPOINT, String.class);
        return endpoint == null ? "decide" : endpoint;
    }

    private static <T> T there(Exchange exchange, @Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("route " + exchange.getFromRouteId() + " carries no " + what);
        }
        return value;
    }
}
