package org.hotlinegateway.casework;

import java.util.List;
import org.hotlinegateway.ledger.LedgerTx;
import org.hotlinegateway.peer.Hall;
import tools.jackson.databind.node.ObjectNode;

/** Gathers no-number alerts by hall, task type and day, and opens one case when they are many. */
final class AlertDesk {
    static final String KEEPSAKE = "no-number-alert";
    static final String DEVICE_KEEPSAKE = "device-alert";

    private final CaseMachine machine;
    private final Rules rules;

    AlertDesk(CaseMachine machine, Rules rules) {
        this.machine = machine;
        this.rules = rules;
    }

    /** Decides an alert; throws {@link Parked} when a person has to look at it. */
    void decide(LedgerTx tx, CaseStore store, Event event, CaseStore.Origin origin) {
        NoNumberAlert alert = Json.read(event.payload(), NoNumberAlert.class);
        switch (rules.alerts().reasons().getOrDefault(alert.reason(), Policies.Refusal.UNKNOWN)) {
            case INCIDENT, INCIDENT_FROM_THRESHOLD -> incident(tx, store, event, alert, origin);
            case DEVICE -> tx.keep(DEVICE_KEEPSAKE, alert.alertKey() + "|" + alert.reason(), Json.bytes(alert));
            case PERSON -> throw new Parked("REFUSAL_FOR_PERSON: reason " + alert.reason() + " needs a person");
            case UNKNOWN -> throw new Parked("REFUSAL_UNKNOWN: mappings/policy/alerts.yaml: no such reason");
            case NONE -> {}
        }
    }

    private void incident(LedgerTx tx, CaseStore store, Event event, NoNumberAlert alert, CaseStore.Origin origin) {
        AlertRecord record = gathered(tx, alert, alertId(event, alert));
        if (record.caseNo() != null) {
            update(tx, store, event, record, record.caseNo(), origin);
        } else if (record.opens(rules.alerts())) {
            open(tx, store, event, record, origin);
        } else {
            keep(tx, record);
        }
    }

    private static AlertRecord gathered(LedgerTx tx, NoNumberAlert alert, String alertId) {
        return tx.keepsake(KEEPSAKE, alert.alertKey())
                .map(kept -> Json.read(kept, AlertRecord.class).plus(alert, alertId))
                .orElseGet(() -> AlertRecord.first(alert, alertId));
    }

    private static String alertId(Event event, NoNumberAlert alert) {
        List<String> ids = alert.peerAlertIds();
        return ids == null || ids.isEmpty() ? event.id() : ids.get(0);
    }

    private static void keep(LedgerTx tx, AlertRecord record) {
        tx.keep(KEEPSAKE, record.alert().alertKey(), Json.bytes(record));
    }

    private void open(LedgerTx tx, CaseStore store, Event event, AlertRecord record, CaseStore.Origin origin) {
        Hall hall = rules.hall(record.alert().hallCode());
        String caseNo = CaseNumbers.next(tx, store, hall, event.occurredAt());
        Event registered = new Event(
                Event.SCHEMA,
                "",
                Event.GATEWAY,
                EventType.CASE_REGISTERED.name(),
                caseNo,
                null,
                event.id(),
                null,
                event.occurredAt(),
                event.receivedAt(),
                registration(record.alert(), hall, event),
                null);
        Decision decision = machine.decide(null, registered, Occasion.at(store.now()));
        if (decision.parked() != null) {
            throw decision.parked();
        }
        store.write(null, decision, CaseStore.Origin.GATEWAY);
        enter(tx, store, event, record.noticed(caseNo, store.now()), caseNo, false, origin);
    }

    private void update(
            LedgerTx tx, CaseStore store, Event event, AlertRecord record, String caseNo, CaseStore.Origin origin) {
        boolean notice = record.isNoticeDue(rules.alerts(), store.now());
        AlertRecord kept = notice ? record.noticed(caseNo, store.now()) : record;
        enter(tx, store, event, kept, caseNo, notice, origin);
    }

    private void enter(
            LedgerTx tx,
            CaseStore store,
            Event event,
            AlertRecord record,
            String caseNo,
            boolean notice,
            CaseStore.Origin origin) {
        keep(tx, record);
        CaseStore.Found found = store.find(caseNo).orElseThrow(() -> new Parked("CASE_UNKNOWN: " + caseNo));
        boolean told = notice && found.value().hasOpenAlert();
        Occasion occasion = new Occasion(store.now(), false, told, false);
        ObjectNode payload = event.payload().deepCopy();
        payload.put("failCount", record.alert().failCount());
        Decision decision = machine.decide(found.value(), event.withPayload(payload), occasion);
        store.write(found, decision, origin);
    }

    private ObjectNode registration(NoNumberAlert alert, Hall hall, Event event) {
        Policies.Alerts policy = rules.alerts();
        ObjectNode payload = Json.object()
                .put("channel", Case.Channel.APPOINTMENT_ALERT.name())
                .put("hallCode", hall.code())
                .put("registeredAt", Json.text(event.occurredAt()))
                .put("appealType", policy.appealType().name())
                .put("title", filled(policy.title(), alert, hall))
                .put("content", filled(policy.contents().getOrDefault(alert.reason(), policy.title()), alert, hall))
                .put("handling", Case.Handling.HOTLINE.name())
                .put("urgent", policy.urgent())
                .put("needReply", false)
                .put("alertKey", alert.alertKey())
                .put("slotDate", alert.slotDate().toString());
        payload.putArray("causes").add(policy.cause().name());
        payload.set("requester", Json.tree(Requester.system()));
        payload.set(
                "matter",
                Json.tree(new Matter(
                        alert.matterCode(), alert.taskTypeId(), alert.matterName(), null, null, null, null)));
        return payload;
    }

    private String filled(String template, NoNumberAlert alert, Hall hall) {
        String period = alert.period() == null ? "" : alert.period();
        return template.replace("{hall}", hall.name())
                .replace("{matter}", alert.matterName() == null ? alert.taskTypeId() : alert.matterName())
                .replace("{date}", alert.slotDate().toString())
                .replace("{period}", rules.alerts().periods().getOrDefault(period, period))
                .replace("{quota}", alert.quota() == null ? "" : alert.quota().toString())
                .replace("{count}", Integer.toString(alert.failCount()));
    }
}
