package org.hotlinegateway.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Working days by the State Council's yearly notices: Monday to Friday, less the holidays, plus the make-up days.
 * A year without a notice has no working days at all: asking about it throws {@link CalendarMissing}.
 *
 * @param years years whose notice is loaded
 * @param exceptions true for a make-up day, false for a weekday off
 */
public record WorkingDays(Set<Integer> years, Map<LocalDate, Boolean> exceptions) {

    private static final Pattern YEAR = Pattern.compile("([0-9]{4})\\.csv$");

    public WorkingDays {
        years = Set.copyOf(years);
        exceptions = Map.copyOf(exceptions);
    }

    /** Reads {@code <year>.csv} files with the columns {@code date,kind,name}; kind is OFF or WORK. */
    public static WorkingDays load(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                texts.put(file.toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parse(texts);
    }

    /** Reads the texts of {@code <year>.csv} files by their names. */
    public static WorkingDays parse(Map<String, String> texts) {
        Set<Integer> years = new HashSet<>();
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        texts.forEach((file, text) -> {
            years.add(year(file));
            read(file, text.lines().toList(), exceptions);
        });
        return new WorkingDays(years, exceptions);
    }

    private static int year(String file) {
        Matcher year = YEAR.matcher(file);
        if (!year.find()) {
            throw new IllegalArgumentException(file + ":1:1: not a calendar's name. Expected <year>.csv.");
        }
        return Integer.parseInt(year.group(1));
    }

    private static void read(String file, List<String> lines, Map<LocalDate, Boolean> exceptions) {
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            if (cells.length != 3 || !(cells[1].equals("OFF") || cells[1].equals("WORK"))) {
                throw new IllegalArgumentException(file + ":" + (i + 1)
                        + ":1: not a calendar row. Expected date,kind,name with kind OFF or WORK.");
            }
            exceptions.put(day(file, i + 1, cells[0]), cells[1].equals("WORK"));
        }
    }

    private static LocalDate day(String file, int line, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(file + ":" + line + ":1: not a day. Expected yyyy-MM-dd.", e);
        }
    }

    public boolean isWorkingDay(LocalDate day) {
        if (!years.contains(day.getYear())) {
            throw new CalendarMissing(day.getYear());
        }
        Boolean exception = exceptions.get(day);
        return exception != null ? exception : !isWeekend(day);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The n-th working day of a count that begins with the day of receipt; n is at least 1. */
    public LocalDate day(int n, LocalDate received, CountFrom countFrom) {
        return countFrom == CountFrom.SAME_DAY ? plus(received.minusDays(1), n) : plus(received, n);
    }

    /** The k-th working day after a day; for a negative k, before it. */
    public LocalDate plus(LocalDate day, int k) {
        int step = Integer.signum(k);
        LocalDate reached = day;
        for (int left = Math.abs(k); left > 0; ) {
            reached = reached.plusDays(step);
            left -= isWorkingDay(reached) ? 1 : 0;
        }
        return reached;
    }

    /** Working days after {@code from} up to and including {@code to}; negative when {@code to} is earlier. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }
}
