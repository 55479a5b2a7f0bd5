package org.hotlinegateway.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hotlinegateway.intake.CaseSummary.DeliveryLine;
import org.hotlinegateway.intake.CaseSummary.OrderLine;
import org.hotlinegateway.intake.CaseSummary.TimelineLine;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.StoredCase;
import org.hotlinegateway.ledger.StoredDelivery;
import org.hotlinegateway.ledger.StoredEvent;
import org.hotlinegateway.peer.PeerProfile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A case as the ledger keeps it, opened for one question. */
final class CaseFile {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final String ALERT_CHANNEL = "APPOINTMENT_ALERT";

    private final StoredCase stored;
    private final JsonNode document;

    CaseFile(StoredCase stored) {
        this.stored = stored;
        this.document = JSON.readTree(stored.document());
    }

    static String beijing(Instant at) {
        return OffsetDateTime.ofInstant(at, BEIJING)
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    boolean isVisibleTo(PeerProfile asker) {
        return switch (asker.inbound().reads()) {
            case NONE -> false;
            case ALL -> true;
            case OWN_ORDERS -> orders().stream().anyMatch(order -> order.peer().equals(asker.code()));
            case OWN_ALERTS -> ALERT_CHANNEL.equals(document.path("channel").asString(""));
        };
    }

    /** Whether the identity of its requester stays at the window. */
    boolean isSecret() {
        return document.path("secret").asBoolean(false);
    }

    CaseSummary summary(Ledger ledger) {
        Instant deadline = stored.deadline();
        return new CaseSummary(
                stored.caseNo(),
                stored.state(),
                deadline == null ? null : beijing(deadline),
                orders(),
                ledger.events(stored.caseNo()).stream().map(CaseFile::line).toList(),
                ledger.deliveries(stored.caseNo()).stream().map(CaseFile::line).toList());
    }

    private List<OrderLine> orders() {
        return document.path("orders").valueStream().map(CaseFile::order).toList();
    }

    private static OrderLine order(JsonNode order) {
        return new OrderLine(
                textOrNull(order.path("orderNo")),
                order.path("round").asInt(1),
                order.path("peer").asString(""),
                order.path("kind").asString(""));
    }

    private static TimelineLine line(StoredEvent entry) {
        var event = entry.event();
        return new TimelineLine(
                entry.seq(), event.type(), beijing(event.occurredAt()), event.stateAfter(), event.late(), event.note());
    }

    private static DeliveryLine line(StoredDelivery delivery) {
        return new DeliveryLine(
                delivery.peer(),
                delivery.seq(),
                delivery.eventType(),
                delivery.state().name(),
                delivery.attempts(),
                delivery.peerReference());
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }
}
