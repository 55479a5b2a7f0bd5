package org.hotlinegateway.flow;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hotlinegateway.peer.DoorAnswer;
import org.hotlinegateway.peer.InboundProfile;
import org.hotlinegateway.peer.Peers;

/** The mappings that routes and doors name: without one of them a mapping set is of no use. */
final class NeededMappings {
    private NeededMappings() {}

    static Set<String> of(RouteWatch routes, Peers peers) {
        Set<String> names = new TreeSet<>(routes.mappings());
        peers.all().forEach(peer -> add(names, peer.inbound()));
        peers.all().stream()
                .flatMap(peer -> Stream.ofNullable(peer.reconcile()))
                .forEach(reconcile -> names.addAll(List.of(reconcile.ask(), reconcile.listing())));
        return names;
    }

    private static void add(Set<String> names, InboundProfile inbound) {
        inbound.messages().values().forEach(message -> {
            names.add(message.mapping());
            message.answer("").ifPresent(answer -> add(names, answer));
            message.answers().values().forEach(answer -> add(names, answer));
        });
        inbound.views().values().forEach(view -> view.answers().values().forEach(answer -> add(names, answer)));
    }

    private static void add(Set<String> names, DoorAnswer answer) {
        names.add(answer.mapping());
        names.add(answer.refusing());
    }
}
