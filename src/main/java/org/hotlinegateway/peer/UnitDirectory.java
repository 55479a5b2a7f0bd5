package org.hotlinegateway.peer;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The handling units by code. A unit is never looked up by its name. */
public final class UnitDirectory {
    private static final List<String> PEERS = List.of("hotline", "hotline-legacy");

    private final Map<String, List<HandlingUnit>> units;

    private UnitDirectory(Map<String, List<HandlingUnit>> units) {
        this.units = units;
    }

    /** Reads {@code units.csv}: code, name, kind, aliases, a column for each hotline dialect, validFrom, validTo. */
    public static UnitDirectory load(Path file) {
        return of(DirectoryTable.read(file));
    }

    /** Reads the text of {@code units.csv}. */
    public static UnitDirectory parse(String file, String text) {
        return of(DirectoryTable.parse(file, text));
    }

    private static UnitDirectory of(List<Map<String, String>> rows) {
        return new UnitDirectory(
                rows.stream().map(UnitDirectory::unit).collect(Collectors.groupingBy(HandlingUnit::code)));
    }

    /** The unit with this code, if it is valid on that day. */
    public Optional<HandlingUnit> unit(String code, LocalDate day) {
        return units.getOrDefault(code, List.of()).stream()
                .filter(unit -> unit.isValidOn(day))
                .findFirst();
    }

    private static HandlingUnit unit(Map<String, String> row) {
        Map<String, String> peerCodes = new HashMap<>();
        for (String peer : PEERS) {
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
