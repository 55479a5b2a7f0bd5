package org.hotlinegateway.casework;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotlinegateway.ledger.LedgerTx;
import org.jspecify.annotations.Nullable;

/**
 * Which case holds the open tracking card of a requester for a matter. The ledger keeps a keyed hash of the two, never
 * the requester.
 */
final class OpenCards {
    private static final String KEEPSAKE = "open-tracking-card";

    private OpenCards() {}

    /** What is kept: the case whose card is open, none once the card has ended. */
    private record Holder(@Nullable String caseNo) {}

    static boolean isOpenElsewhere(LedgerTx tx, Event event, Case of) {
        return event.type().equals(EventType.TRACKING_CARD_ISSUED.name())
                && key(tx, of, Json.read(event.payload(), TrackingCard.class))
                        .flatMap(key -> holder(tx, key))
                        .filter(holder -> !holder.equals(of.caseNo()))
                        .isPresent();
    }

    /** Notes a card that was opened or ended by a change of its case. */
    static void adjust(LedgerTx tx, @Nullable Case was, Case now) {
        boolean wasOpen = was != null && isWaiting(was);
        if (wasOpen != isWaiting(now)) {
            Holder holder = new Holder(wasOpen ? null : now.caseNo());
            lastCard(now).flatMap(card -> key(tx, now, card)).ifPresent(key -> keep(tx, key, holder));
        }
    }

    private static boolean isWaiting(Case value) {
        return value.state() == State.AWAITING_SECOND_VISIT;
    }

    private static Optional<TrackingCard> lastCard(Case value) {
        return value.trackingCards().stream().reduce((earlier, later) -> later);
    }

    private static Optional<String> holder(LedgerTx tx, String key) {
        return tx.keepsake(KEEPSAKE, key)
                .map(kept -> Json.read(kept, Holder.class))
                .map(Holder::caseNo);
    }

    private static void keep(LedgerTx tx, String key, Holder holder) {
        tx.keep(KEEPSAKE, key, Json.bytes(holder));
    }

    /** Empty for a requester or a matter that cannot be told from others. */
    private static Optional<String> key(LedgerTx tx, Case of, TrackingCard card) {
        Optional<String> matter = Stream.of(card.matter(), of.matter())
                .filter(Objects::nonNull)
                .map(named -> named.code() == null ? named.name() : named.code())
                .filter(Objects::nonNull)
                .findFirst();
        return matter.flatMap(name -> identity(of.requester()).map(person -> tx.hidden(person + "\n" + name)));
    }

    private static Optional<String> identity(@Nullable Requester requester) {
        if (requester == null || requester.masked()) {
            return Optional.empty();
        }
        if (requester.certNo() != null) {
            return Optional.of(requester.certNo());
        }
        if (requester.uscc() != null) {
            return Optional.of(requester.uscc());
        }
        String phone = requester.contactPhone() == null ? requester.callerPhone() : requester.contactPhone();
        String named = Stream.of(requester.name(), requester.orgName(), phone)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return named.contains("\n") && phone != null ? Optional.of(named) : Optional.empty();
    }
}
