package org.hotlinegateway.casework;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hotlinegateway.casework.Case.AppealType;
import org.hotlinegateway.casework.Case.Cause;
import org.hotlinegateway.casework.Case.Channel;
import org.hotlinegateway.casework.Case.Exclusion;
import org.hotlinegateway.casework.Case.Extension;
import org.hotlinegateway.casework.Case.Handling;
import org.hotlinegateway.casework.Case.Oversight;
import org.jspecify.annotations.Nullable;

/** A case while one event changes it; lives within {@link Case#with} only. */
final class CaseDraft {
    String caseNo;
    State state;

    @Nullable
    Channel channel;

    @Nullable
    String hallCode;

    @Nullable
    String windowNo;

    @Nullable
    String registrar;

    @Nullable
    OffsetDateTime registeredAt;

    @Nullable
    OffsetDateTime acceptedAt;

    @Nullable
    OffsetDateTime resolvedAt;

    @Nullable
    OffsetDateTime closedAt;

    @Nullable
    OffsetDateTime struckOffAt;

    @Nullable
    OffsetDateTime archivedAt;

    @Nullable
    Requester requester;

    @Nullable
    Matter matter;

    @Nullable
    Place place;

    List<Cause> causes;

    @Nullable
    AppealType appealType;

    @Nullable
    String title;

    @Nullable
    String content;

    @Nullable
    String supplement;

    @Nullable
    Handling handling;

    boolean outOfScope;

    @Nullable
    String explanation;

    boolean urgent;
    boolean greenChannel;
    boolean secret;
    boolean open;
    boolean needReply;

    @Nullable
    String hostUnit;

    List<String> coUnits;

    @Nullable
    String steward;

    @Nullable
    TimeLimit timeLimit;

    @Nullable
    OffsetDateTime deadline;

    @Nullable
    String ruleSet;

    Extension extension;
    int chaserCount;
    int returnCount;
    int redoCount;
    int extensionCount;
    Oversight oversight;
    List<Card> cards;
    List<Order> orders;
    List<TrackingCard> trackingCards;
    List<Evaluation> evaluations;
    List<Visit> visits;
    List<Attachment> attachments;
    List<Related> related;
    List<Exclusion> exclusions;

    @Nullable
    QuotaPolicy quotaPolicy;

    @Nullable
    String alertKey;

    @Nullable
    PeerReference registeredBy;

    Workings workings;

    CaseDraft(Case was) {
        caseNo = was.caseNo();
        state = was.state();
        channel = was.channel();
        hallCode = was.hallCode();
        windowNo = was.windowNo();
        registrar = was.registrar();
        registeredAt = was.registeredAt();
        acceptedAt = was.acceptedAt();
        resolvedAt = was.resolvedAt();
        closedAt = was.closedAt();
        struckOffAt = was.struckOffAt();
        archivedAt = was.archivedAt();
        requester = was.requester();
        matter = was.matter();
        place = was.place();
        causes = was.causes();
        appealType = was.appealType();
        title = was.title();
        content = was.content();
        supplement = was.supplement();
        handling = was.handling();
        outOfScope = was.outOfScope();
        explanation = was.explanation();
        urgent = was.urgent();
        greenChannel = was.greenChannel();
        secret = was.secret();
        open = was.open();
        needReply = was.needReply();
        hostUnit = was.hostUnit();
        coUnits = was.coUnits();
        steward = was.steward();
        timeLimit = was.timeLimit();
        deadline = was.deadline();
        ruleSet = was.ruleSet();
        extension = was.extension();
        chaserCount = was.chaserCount();
        returnCount = was.returnCount();
        redoCount = was.redoCount();
        extensionCount = was.extensionCount();
        oversight = was.oversight();
        cards = was.cards();
        orders = was.orders();
        trackingCards = was.trackingCards();
        evaluations = was.evaluations();
        visits = was.visits();
        attachments = was.attachments();
        related = was.related();
        exclusions = was.exclusions();
        quotaPolicy = was.quotaPolicy();
        alertKey = was.alertKey();
        registeredBy = was.registeredBy();
        workings = was.workings();
    }

    Case toCase() {
        return new Case(
                caseNo,
                state,
                channel,
                hallCode,
                windowNo,
                registrar,
                registeredAt,
                acceptedAt,
                resolvedAt,
                closedAt,
                struckOffAt,
                archivedAt,
                requester,
                matter,
                place,
                causes,
                appealType,
                title,
                content,
                supplement,
                handling,
                outOfScope,
                explanation,
                urgent,
                greenChannel,
                secret,
                open,
                needReply,
                hostUnit,
                coUnits,
                steward,
                timeLimit,
                deadline,
                ruleSet,
                extension,
                chaserCount,
                returnCount,
                redoCount,
                extensionCount,
                oversight,
                cards,
                orders,
                trackingCards,
                evaluations,
                visits,
                attachments,
                related,
                exclusions,
                quotaPolicy,
                alertKey,
                registeredBy,
                workings);
    }

    void changeOrder(UnaryOperator<Order> change) {
        List<Order> changed = new ArrayList<>(orders);
        changed.set(changed.size() - 1, change.apply(changed.get(changed.size() - 1)));
        orders = changed;
    }

    void changeOpenTrackingCard(UnaryOperator<TrackingCard> change) {
        trackingCards = trackingCards.stream()
                .map(card -> card.isOpen() ? change.apply(card) : card)
                .toList();
    }

    static <T> List<T> plus(List<T> list, T added) {
        List<T> longer = new ArrayList<>(list);
        longer.add(added);
        return longer;
    }
}
