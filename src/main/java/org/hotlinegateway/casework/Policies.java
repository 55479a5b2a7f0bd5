package org.hotlinegateway.casework;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hotlinegateway.calendar.CountFrom;
import org.jspecify.annotations.Nullable;

/** The numbers and choices of casework, read from {@code mappings/policy}. */
public record Policies(TimeLimits timeLimits, Routing routing, Alerts alerts, Closing closing) {

    /**
     * Reads the four policy files.
     *
     * @param text gives a file's text by its name below the mappings folder
     * @throws IllegalArgumentException telling {@code file:line:column: what is wrong}
     */
    static Policies parse(UnaryOperator<String> text) {
        return new Policies(
                PolicyFile.read("policy/time-limits.yaml", text, TimeLimits.class),
                PolicyFile.read("policy/routing.yaml", text, Routing.class),
                PolicyFile.read("policy/alerts.yaml", text, Alerts.class),
                PolicyFile.read("policy/closing.yaml", text, Closing.class));
    }

    /**
     * How long a case may take.
     *
     * @param use names of the rule sets in force here, first fit decides
     */
    public record TimeLimits(List<String> use, CountFrom countFrom, LocalTime endOfDay, List<RuleSet> ruleSets) {
        public TimeLimits {
            PolicyFile.require("use, countFrom, endOfDay and ruleSets", use, countFrom, endOfDay, ruleSets);
        }
    }

    /**
     * One document's limits.
     *
     * @param workdays by appeal type; a missing type has no published limit
     * @param extensions how often more time may be granted, or null when the document sets no limit
     */
    public record RuleSet(
            String name,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            TimeLimit.Source source,
            Map<Case.AppealType, Integer> workdays,
            @Nullable Integer signWorkdays,
            @Nullable Integer extensionWorkdays,
            @Nullable Integer extensions,
            @Nullable Integer returnWorkdays) {
        public RuleSet {
            PolicyFile.require("name, source and workdays", name, source, workdays);
        }

        boolean isInForce(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
        }
    }

    /** Which hotline dialect serves a case; the first route that fits. */
    public record Routing(List<Route> handoff) {
        public Routing {
            PolicyFile.require("handoff", handoff);
        }
    }

    /** A route to a hotline; an absent condition fits everything. */
    public record Route(Order.@Nullable Kind kind, @Nullable List<String> halls, String peer, String dialect) {
        public Route {
            PolicyFile.require("peer and dialect", peer, dialect);
        }

        boolean fits(Order.Kind wanted, @Nullable String hall) {
            return (kind == null || kind == wanted) && (halls == null || (hall != null && halls.contains(hall)));
        }
    }

    /** What a refusal at the queue machine means. */
    public enum Refusal {
        INCIDENT,
        INCIDENT_FROM_THRESHOLD,
        DEVICE,
        PERSON,
        NONE,
        UNKNOWN
    }

    /** When refused numbers become a case, and how it reads. */
    public record Alerts(
            int openAt,
            int openAtRequesters,
            List<Integer> noticeAt,
            int noticeAfterMinutes,
            Case.AppealType appealType,
            Case.Cause cause,
            boolean urgent,
            Map<String, Refusal> reasons,
            String title,
            Map<String, String> contents,
            Map<String, String> periods) {
        public Alerts {
            PolicyFile.require(
                    "noticeAt, appealType, cause, reasons, title, contents and periods",
                    noticeAt,
                    appealType,
                    cause,
                    reasons,
                    title,
                    contents,
                    periods);
        }
    }

    /** What happens after the result. */
    public record Closing(
            int autoCloseWorkdays,
            int archiveDays,
            int parkingHours,
            boolean countOnSpot,
            int trackingCardWorkdays,
            List<String> evaluationPrecedence) {
        public Closing {
            PolicyFile.require("evaluationPrecedence", evaluationPrecedence);
        }
    }
}
