package org.hotlinegateway.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.hotlinegateway.delivery.Commit;
import org.hotlinegateway.ledger.Conversion;
import org.hotlinegateway.ledger.DeskBook;
import org.hotlinegateway.ledger.DeskCopy;
import org.hotlinegateway.ledger.Ledger;
import org.hotlinegateway.ledger.MessageState;
import org.hotlinegateway.ledger.StoredMessage;
import org.hotlinegateway.mapping.FieldError;
import org.hotlinegateway.mapping.MappingFailure;
import org.hotlinegateway.mapping.TableMiss;
import org.hotlinegateway.vault.DoesNotOpen;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Steps of the routes {@code <peer>-intake}: open the message behind a claim check, decide it, or park it. */
final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final String MESSAGE = "storedMessage";
    private static final int REASON_AT_MOST = 400;

    private final Ledger ledger;
    private final DeskBook desk;
    private final Decides casework;
    private final Faults faults;
    private final int faultsBeforeParking;

    Inbox(Ledger ledger, DeskBook desk, Decides casework, Faults faults, int faultsBeforeParking) {
        this.ledger = ledger;
        this.desk = desk;
        this.casework = casework;
        this.faults = faults;
        this.faultsBeforeParking = faultsBeforeParking;
    }

    /** Loads the raw message; ends the exchange when there is nothing to decide, which is normal. */
    public void open(Exchange exchange) {
        long id = Carried.claimCheck(exchange);
        Optional<StoredMessage> waiting = faults.rests(id)
                ? Optional.empty()
                : ledger.message(id).filter(message -> message.state() == MessageState.RECEIVED);
        if (waiting.isEmpty()) {
            exchange.setRouteStop(true);
            return;
        }
        StoredMessage message = waiting.get();
        exchange.setProperty(MESSAGE, message);
        exchange.setProperty("messageId", message.messageKey());
        exchange.setProperty("messageName", message.name());
        exchange.setProperty("receipt", message.receipt());
        exchange.setProperty("peer", message.peer());
        Message body = exchange.getMessage();
        body.setBody(working(message));
        body.setHeader(Exchange.CONTENT_TYPE, message.contentType());
    }

    /** What is translated: the raw bytes, or their approved copy, which may be there because the raw bytes do not open. */
    private byte[] working(StoredMessage message) {
        Long copy = message.copyId();
        byte[] working = copy == null
                ? message.raw()
                : desk.copy(copy).map(DeskCopy::content).orElse(message.raw());
        if (working == null) {
            throw new DoesNotOpen("the raw message " + message.receipt() + " is damaged, or a key is missing");
        }
        return working;
    }

    /** Decides the translated message; a message whose turn it is not stays for its ring. */
    public void decide(Exchange exchange) {
        StoredMessage message = Carried.property(exchange, MESSAGE, StoredMessage.class);
        byte[] caseEvent = Carried.bytes(exchange);
        List<Conversion> conversions = conversions(exchange, message);
        Commit.awaited(ledger.write(tx -> {
            tx.converted(message, conversions);
            casework.decide(tx, message, caseEvent);
            return true;
        }));
        faults.forget(message.id());
    }

    /** Parks a message that a mapping could not convert, naming every path; a table miss waits on its table. */
    public void parkUnmapped(Exchange exchange) {
        MappingFailure failure = Carried.caught(exchange, MappingFailure.class);
        StoredMessage message = Carried.property(exchange, MESSAGE, StoredMessage.class);
        List<TableMiss> misses = failure.isOurs() ? failure.tableMisses() : List.of();
        if (misses.isEmpty()) {
            String fields = failure.errors().stream().map(Inbox::described).collect(Collectors.joining("; "));
            park(exchange, message, "translate: " + fields, null);
        } else {
            park(exchange, message, misses.get(0).reason(), TableMiss.waitingOn(misses));
        }
    }

    /** Leaves a message alone for a while after an unforeseen fault, and parks it after a few. */
    public void rest(Exchange exchange) {
        StoredMessage message = exchange.getProperty(MESSAGE, StoredMessage.class);
        Exception fault = Carried.caught(exchange, Exception.class);
        String stage = Carried.failedStep(exchange);
        if (message == null) {
            LOG.warn("a claim check could not be opened: {}", fault.getClass().getName());
            return;
        }
        int count = faults.count(message.id());
        LOG.warn("message {} failed at {} ({} times)", message.receipt(), stage, count, fault);
        if (count >= faultsBeforeParking) {
            park(exchange, message, told(stage, fault, count), null);
        }
    }

    private static String told(String stage, Exception fault, int count) {
        return fault instanceof DoesNotOpen
                ? DoesNotOpen.CODE + ": " + fault.getMessage()
                : stage + ": " + fault.getClass().getSimpleName() + " " + count + " times";
    }

    private void park(Exchange exchange, StoredMessage message, String reason, @Nullable String waitingOn) {
        String bounded = reason.length() > REASON_AT_MOST ? reason.substring(0, REASON_AT_MOST) + "…" : reason;
        List<Conversion> conversions = conversions(exchange, message);
        Commit.awaited(ledger.write(tx -> {
            boolean ours = tx.take(message.id());
            if (ours) {
                tx.converted(message, conversions);
                tx.park(message.id(), bounded, waitingOn);
            }
            return ours;
        }));
        faults.forget(message.id());
    }

    /** The raw message itself is kept anyway. */
    private static List<Conversion> conversions(Exchange exchange, StoredMessage message) {
        return Carried.conversions(exchange).stream()
                .map(one -> Arrays.equals(one.source(), message.raw()) ? one.withoutSource() : one)
                .toList();
    }

    private static String described(FieldError error) {
        String path = error.target().isEmpty() ? String.valueOf(error.source()) : error.target();
        return error.code() + " " + path + " (" + error.message() + ")";
    }
}
