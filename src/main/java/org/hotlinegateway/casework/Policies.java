package org.hotlinegateway.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.calendar.CountFrom;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The numbers and choices of casework, read from {@code mappings/policy}. */
public record Policies(TimeLimits timeLimits, Routing routing, Alerts alerts, Closing closing) {

    /** Reads the four policy files of a folder. */
    public static Policies load(Path folder) {
        return new Policies(
                read(folder.resolve("time-limits.yaml"), TimeLimits.class),
                read(folder.resolve("routing.yaml"), Routing.class),
                read(folder.resolve("alerts.yaml"), Alerts.class),
                read(folder.resolve("closing.yaml"), Closing.class));
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(file.toString()).build();
            Object content = new Load(settings).loadFromString(Files.readString(file));
            return Json.MAPPER.convertValue(content, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How long a case may take.
     *
     * @param use names of the rule sets in force here, first fit decides
     */
    public record TimeLimits(List<String> use, CountFrom countFrom, LocalTime endOfDay, List<RuleSet> ruleSets) {}

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

        boolean isInForce(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
        }
    }

    /** Which hotline dialect serves a case; the first route that fits. */
    public record Routing(List<Route> handoff) {}

    /** A route to a hotline; an absent condition fits everything. */
    public record Route(Order.@Nullable Kind kind, @Nullable List<String> halls, String peer, String dialect) {

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
            Map<String, String> periods) {}

    /** What happens after the result. */
    public record Closing(
            int autoCloseWorkdays,
            int archiveDays,
            int parkingHours,
            boolean countOnSpot,
            int trackingCardWorkdays,
            List<String> evaluationPrecedence) {}
}
