package org.hotlinegateway.casework;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who may have to be told of an event. */
enum Audience {
    /** The hall's window software. */
    WINDOW,
    /** The hotline that holds the current order. */
    HOTLINE,
    /** The assessment side of the hotline. */
    PERFORMANCE,
    /** The assessment side, if results of the window itself count there. */
    PERFORMANCE_OF_WINDOW,
    /** The supervision platform, and through it the steward. */
    SUPERVISION,
    /** The appointment system. */
    APPOINTMENT;

    static final String WINDOW_PEER = "window";

    /** Codes of the peers that get an event; its own sender is not told what it said. */
    static Set<String> peers(Set<Audience> audiences, Event event, Case after, Rules rules) {
        Set<String> peers = new TreeSet<>();
        for (Audience audience : audiences) {
            String peer = audience.peer(after, rules);
            if (peer != null && !peer.equals(event.peer()) && takes(peer, event, rules)) {
                peers.add(peer);
            }
        }
        registrar(event, after, rules).ifPresent(peers::add);
        return peers;
    }

    /** A file is sent only to a peer that takes files, and never back. */
    private static boolean takes(String peer, Event event, Rules rules) {
        boolean file = event.type().equals(EventType.ATTACHMENT_KEPT.name());
        return !file
                || rules.takesFiles(peer)
                        && !peer.equals(event.payload().path("from").asString(""));
    }

    /** The peer that registered the case, where it wants to hear of such events. */
    private static Optional<String> registrar(Event event, Case after, Rules rules) {
        return Optional.ofNullable(after.registeredBy())
                .map(PeerReference::peer)
                .filter(peer -> !peer.equals(event.peer()) && rules.tells(peer, event.type()));
    }

    private @Nullable String peer(Case after, Rules rules) {
        boolean counts = rules.closing().countOnSpot();
        return switch (this) {
            case WINDOW -> WINDOW_PEER;
            case HOTLINE -> after.currentOrder().map(Order::peer).orElse(null);
            case PERFORMANCE ->
                !after.isTransfer() && (counts || !after.orders().isEmpty()) ? "performance" : null;
            case PERFORMANCE_OF_WINDOW -> !after.isTransfer() && counts ? "performance" : null;
            case SUPERVISION -> "supervision";
            case APPOINTMENT -> "appointment";
        };
    }
}
