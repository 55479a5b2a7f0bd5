package org.hotlinegateway.flow;

import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.hotlinegateway.peer.InboundMessage;
import org.hotlinegateway.peer.Peers;

/** The mappings that routes and doors name: without one of them a mapping set is of no use. */
final class NeededMappings {
    private NeededMappings() {}

    static Set<String> of(CamelContext camel, Peers peers) {
        Set<String> names = new TreeSet<>();
        camel.getEndpoints().forEach(endpoint -> {
            if (endpoint instanceof MappingEndpoint mapping) {
                names.add(mapping.mapping());
            }
        });
        peers.all().forEach(peer -> peer.inbound().messages().values().forEach(message -> add(names, message)));
        return names;
    }

    private static void add(Set<String> names, InboundMessage message) {
        names.add(message.mapping());
        names.add(message.receipt());
    }
}
