package org.hotlinegateway.casework;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.hotlinegateway.calendar.WorkingDays;
import org.hotlinegateway.peer.Hall;
import org.hotlinegateway.peer.HallDirectory;
import org.hotlinegateway.peer.HandlingUnit;
import org.hotlinegateway.peer.UnitDirectory;
import org.jspecify.annotations.Nullable;

/** All data that decisions depend on: policies, calendar, units, halls. */
public final class Rules {
    private final Policies policies;
    private final WorkingDays days;
    private final Clocks clocks;
    private final UnitDirectory units;
    private final HallDirectory halls;
    private final Map<String, PeerWishes> wishes;
    private final Set<String> takeFiles;

    public Rules(Policies policies, WorkingDays days, UnitDirectory units, HallDirectory halls) {
        this(policies, days, units, halls, Map.of(), Set.of());
    }

    private Rules(
            Policies policies,
            WorkingDays days,
            UnitDirectory units,
            HallDirectory halls,
            Map<String, PeerWishes> wishes,
            Set<String> takeFiles) {
        this.takeFiles = Set.copyOf(takeFiles);
        this.wishes = Map.copyOf(wishes);
        this.policies = policies;
        this.days = days;
        this.clocks = new Clocks(policies.timeLimits(), days);
        this.units = units;
        this.halls = halls;
    }

    /**
     * Reads all of it from the files of a mapping set, by name.
     *
     * @throws IllegalArgumentException telling {@code file:line:column: what is wrong}
     */
    public static Rules of(Map<String, byte[]> files) {
        UnaryOperator<String> text = name -> PolicyFile.text(files, name);
        Map<String, String> calendar = new TreeMap<>();
        files.keySet().stream()
                .filter(name -> name.startsWith("calendar/"))
                .forEach(name -> calendar.put(name, text.apply(name)));
        return new Rules(
                Policies.parse(text),
                WorkingDays.parse(calendar),
                UnitDirectory.parse("tables/units.csv", text.apply("tables/units.csv")),
                HallDirectory.parse("tables/halls.csv", text.apply("tables/halls.csv")));
    }

    Policies.Alerts alerts() {
        return policies.alerts();
    }

    Policies.Closing closing() {
        return policies.closing();
    }

    /** The same rules, by which peers are told as they wish. */
    public Rules telling(Map<String, PeerWishes> wishesByPeer) {
        return new Rules(policies, days, units, halls, wishesByPeer, takeFiles);
    }

    /** The same rules, by which these peers are sent the files of cases they hold. */
    public Rules sendingFilesTo(Set<String> peers) {
        return new Rules(policies, days, units, halls, wishes, peers);
    }

    /** Whether a peer is sent files. */
    boolean takesFiles(String peer) {
        return takeFiles.contains(peer);
    }

    /** How a peer wants to be told. */
    PeerWishes wishesOf(String peer) {
        return wishes.getOrDefault(peer, PeerWishes.NONE);
    }

    /** Whether a peer wants to hear of such an event of a case it registered. */
    boolean tells(String peer, String eventType) {
        return wishesOf(peer).told().contains(eventType);
    }

    /** The calendar in force. */
    public WorkingDays workingDays() {
        return days;
    }

    Clocks clocks() {
        return clocks;
    }

    Hall hall(@Nullable String code) {
        if (code == null) {
            throw new Parked("HALL_UNKNOWN: payload.hallCode is missing. Expected a code of mappings/tables/halls.csv");
        }
        return halls.hall(code)
                .orElseThrow(() -> new Parked("HALL_UNKNOWN: mappings/tables/halls.csv: no hall with code " + code));
    }

    Policies.Route route(Order.Kind kind, @Nullable String hall) {
        return policies.routing().handoff().stream()
                .filter(route -> route.fits(kind, hall))
                .findFirst()
                .orElseThrow(() -> new Parked("ROUTE_MISSING: mappings/policy/routing.yaml: no handoff route for kind "
                        + kind + ", hall " + hall));
    }

    /** The unit by its code, or parked: an order is never sent to an unknown unit. */
    HandlingUnit unit(@Nullable String code, String peer, OffsetDateTime at) {
        LocalDate day = Json.beijing(at).toLocalDate();
        if (code == null) {
            throw new Parked("UNIT_UNKNOWN: the case names no unit. Expected a code of mappings/tables/units.csv");
        }
        HandlingUnit unit = units.unit(code, day)
                .orElseThrow(() -> new Parked(
                        "UNIT_UNKNOWN: mappings/tables/units.csv: no unit with code " + code + " valid on " + day));
        if (units.hasCodesOf(peer) && !unit.peerCodes().containsKey(peer)) {
            throw new Parked("UNIT_UNKNOWN: mappings/tables/units.csv: unit " + code + " has no code for " + peer);
        }
        return unit;
    }
}
