package org.hotlinegateway.peer;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The handling units by code. A unit is never looked up by its name. */
public final class UnitDirectory {
    private static final Set<String> OWN = Set.of("code", "name", "kind", "aliases", "validFrom", "validTo");

    private final Map<String, List<HandlingUnit>> units;
    private final Set<String> peers;

    private UnitDirectory(Map<String, List<HandlingUnit>> units, Set<String> peers) {
        this.units = units;
        this.peers = peers;
    }

    /** Reads {@code units.csv}: code, name, kind, aliases, validFrom, validTo; every other column is a peer's. */
    public static UnitDirectory load(Path file) {
        return of(DirectoryTable.read(file));
    }

    /** Reads the text of {@code units.csv}. */
    public static UnitDirectory parse(String file, String text) {
        return of(DirectoryTable.parse(file, text));
    }

    private static UnitDirectory of(List<Map<String, String>> rows) {
        Set<String> peers = rows.stream()
                .flatMap(row -> row.keySet().stream())
                .filter(column -> !OWN.contains(column))
                .collect(Collectors.toUnmodifiableSet());
        return new UnitDirectory(
                rows.stream().map(row -> unit(row, peers)).collect(Collectors.groupingBy(HandlingUnit::code)), peers);
    }

    /** Whether the table has a column of that peer; a peer without one is given our own codes. */
    public boolean hasCodesOf(String peer) {
        return peers.contains(peer);
    }

    /** The unit with this code, if it is valid on that day. */
    public Optional<HandlingUnit> unit(String code, LocalDate day) {
        return units.getOrDefault(code, List.of()).stream()
                .filter(unit -> unit.isValidOn(day))
                .findFirst();
    }

    private static HandlingUnit unit(Map<String, String> row, Set<String> peers) {
        Map<String, String> peerCodes = new HashMap<>();
        for (String peer : peers) {
            String code = row.getOrDefault(peer, "");
            if (!code.isEmpty()) {
                peerCodes.put(peer, code);
            }
        }
        return new HandlingUnit(
                row.getOrDefault("code", ""),
                row.getOrDefault("name", ""),
                row.getOrDefault("kind", ""),
                List.of(row.getOrDefault("aliases", "").split("\\|")),
                Map.copyOf(peerCodes),
                day(row.get("validFrom")),
                day(row.get("validTo")));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null || text.isEmpty() ? null : LocalDate.parse(text);
    }
}
