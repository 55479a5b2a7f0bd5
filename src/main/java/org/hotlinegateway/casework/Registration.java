package org.hotlinegateway.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hotlinegateway.casework.Case.AppealType;
import org.hotlinegateway.casework.Case.Channel;
import org.hotlinegateway.casework.Case.Exclusion;
import org.hotlinegateway.casework.Case.Handling;
import org.hotlinegateway.peer.Hall;
import tools.jackson.databind.node.ObjectNode;

/** Makes a case of a registration, and changes its description later. */
final class Registration {
    private static final List<String> COMPUTED = List.of(
            "state",
            "acceptedAt",
            "resolvedAt",
            "closedAt",
            "struckOffAt",
            "archivedAt",
            "timeLimit",
            "deadline",
            "ruleSet",
            "extension",
            "chaserCount",
            "returnCount",
            "redoCount",
            "extensionCount",
            "oversight",
            "cards",
            "orders",
            "trackingCards",
            "evaluations",
            "visits",
            "quotaPolicy",
            "registeredBy",
            "workings");

    private static final List<String> AMENDABLE = List.of(
            "requester",
            "matter",
            "place",
            "causes",
            "title",
            "content",
            "supplement",
            "urgent",
            "secret",
            "open",
            "needReply",
            "windowNo");

    private Registration() {}

    /** The case a registration opens; parked when the hall is unknown or something required is missing. */
    static Case open(Situation s) {
        ObjectNode fields = s.event().payload().deepCopy();
        fields.remove(COMPUTED);
        fields.put("caseNo", Objects.requireNonNull(s.event().subject()));
        fields.put("state", State.REGISTERED.name());
        if (!fields.has("needReply")) {
            fields.put("needReply", true);
        }
        Case sent = Json.read(fields, Case.class);
        checkRequired(sent);
        return completed(sent, s);
    }

    private static void checkRequired(Case sent) {
        if (sent.isTransfer()
                && (sent.explanation() == null || sent.explanation().isBlank())) {
            throw new Parked("EXPLANATION_MISSING: payload.explanation is required when payload.outOfScope is true");
        }
        if (sent.requester() == null && sent.alertKey() == null) {
            throw new Parked("REQUESTER_MISSING: payload.requester is required unless an alert opens the case");
        }
    }

    private static Case completed(Case sent, Situation s) {
        Hall hall = s.rules().hall(sent.hallCode());
        return sent.with(draft -> {
            draft.registeredAt = sent.registeredAt() == null ? s.event().occurredAt() : sent.registeredAt();
            draft.channel = sent.channel() == null ? Channel.WINDOW : sent.channel();
            draft.appealType = appealType(sent);
            draft.handling = sent.handling() == null ? Handling.HOTLINE : sent.handling();
            draft.hostUnit = sent.hostUnit() == null ? hall.unitCode() : sent.hostUnit();
            draft.place =
                    sent.place() == null ? new Place(hall.regionCode(), null, null, null, null, null) : sent.place();
            draft.exclusions = exclusions(sent);
            draft.registeredBy = s.event().reference();
            String slotDate = sent.alertKey() == null ? null : s.text("slotDate");
            draft.workings = Workings.NONE.withAlertSlotDate(slotDate == null ? null : LocalDate.parse(slotDate));
        });
    }

    /** What the requester asks for; windows that do not say so mean help. */
    static AppealType appealType(Case of) {
        return of.appealType() == null ? AppealType.HELP : of.appealType();
    }

    private static List<Exclusion> exclusions(Case sent) {
        List<Exclusion> exclusions = new ArrayList<>(sent.exclusions());
        if (sent.isTransfer() && !exclusions.contains(Exclusion.OUT_OF_SCOPE)) {
            exclusions.add(Exclusion.OUT_OF_SCOPE);
        }
        boolean anonymous = sent.requester() != null && sent.requester().kind() == Requester.Kind.ANONYMOUS;
        if (anonymous && !exclusions.contains(Exclusion.ANONYMOUS)) {
            exclusions.add(Exclusion.ANONYMOUS);
        }
        return exclusions;
    }

    /** Takes over the described fields of an amendment; attachments are added. */
    static void amend(CaseDraft draft, Situation s) {
        ObjectNode fields = Json.tree(s.known());
        for (String name : AMENDABLE) {
            if (s.event().payload().has(name)) {
                fields.set(name, s.event().payload().get(name));
            }
        }
        Case changed = Json.read(fields, Case.class);
        draft.requester = changed.requester();
        draft.matter = changed.matter();
        draft.place = changed.place();
        draft.causes = changed.causes();
        draft.title = changed.title();
        draft.content = changed.content();
        draft.supplement = changed.supplement();
        draft.urgent = changed.urgent();
        draft.secret = changed.secret();
        draft.open = changed.open();
        draft.needReply = changed.needReply();
        draft.windowNo = changed.windowNo();
        addAttachments(draft, s);
    }

    private static void addAttachments(CaseDraft draft, Situation s) {
        if (s.event().payload().get("attachments") == null) {
            return;
        }
        s.event()
                .payload()
                .required("attachments")
                .valueStream()
                .map(node -> Json.read(node, Attachment.class))
                .filter(added ->
                        draft.attachments.stream().noneMatch(had -> had.id().equals(added.id())))
                .forEach(added -> draft.attachments = CaseDraft.plus(draft.attachments, added));
    }
}
