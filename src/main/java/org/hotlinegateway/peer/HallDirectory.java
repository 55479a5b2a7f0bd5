package org.hotlinegateway.peer;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The halls by code. */
public final class HallDirectory {
    private static final int REGION_DIGITS = 12;

    private final Map<String, Hall> halls;

    private HallDirectory(Map<String, Hall> halls) {
        this.halls = halls;
    }

    /** Reads {@code halls.csv}: code, name, regionCode (9 or 12 digits), unitCode. */
    public static HallDirectory load(Path file) {
        return of(DirectoryTable.read(file));
    }

    /** Reads the text of {@code halls.csv}. */
    public static HallDirectory parse(String file, String text) {
        return of(DirectoryTable.parse(file, text));
    }

    private static HallDirectory of(List<Map<String, String>> rows) {
        return new HallDirectory(
                rows.stream().map(HallDirectory::hall).collect(Collectors.toMap(Hall::code, Function.identity())));
    }

    public Optional<Hall> hall(String code) {
        return Optional.ofNullable(halls.get(code));
    }

    private static Hall hall(Map<String, String> row) {
        return new Hall(
                row.getOrDefault("code", ""),
                row.getOrDefault("name", ""),
                twelveDigits(row.getOrDefault("regionCode", "")),
                row.getOrDefault("unitCode", ""));
    }

    private static String twelveDigits(String region) {
        return region + "0".repeat(Math.max(0, REGION_DIGITS - region.length()));
    }
}
