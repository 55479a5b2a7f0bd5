package org.hotlinegateway.flow;

import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.jspecify.annotations.Nullable;

/** Lets only named headers cross between a route and the outside; no header from outside can steer a route. */
final class HeaderAllowList implements HeaderFilterStrategy {
    private final Set<String> outbound;
    private final Set<String> inbound;

    HeaderAllowList(Set<String> outbound, Set<String> inbound) {
        this.outbound = ignoringCase(outbound);
        this.inbound = ignoringCase(inbound);
    }

    @Override
    public boolean applyFilterToCamelHeaders(String name, @Nullable Object value, Exchange exchange) {
        return !outbound.contains(name);
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, @Nullable Object value, Exchange exchange) {
        return !inbound.contains(name);
    }

    private static Set<String> ignoringCase(Set<String> names) {
        Set<String> copy = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        copy.addAll(names);
        return copy;
    }
}
