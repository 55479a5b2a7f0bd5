package org.hotlinegateway.mapping;

import org.jspecify.annotations.Nullable;

/** Reads a printed date and prints it as the source had it. */
final class DateReverser {
    private static final DatePattern ISO_WITH_FRACTION = DatePattern.of("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSSXXX");

    private DateReverser() {}

    static void undo(Draft draft, WayBack way) {
        ConvertSteps.DateClause clause = DateCompiler.clause(draft);
        Path path = way.path();
        Schema source = path == null ? null : draft.scope().quietly(path);
        boolean dayOnly = isDayOnly(clause, source);
        lost(clause, dayOnly, isUnknown(clause, source), way);
        way.undo(Undo.onEach(ConvertSteps.date(back(clause, dayOnly, isUnknown(clause, source)))::apply));
    }

    private static boolean isDayOnly(ConvertSteps.DateClause clause, @Nullable Schema source) {
        DatePattern read = clause.read();
        return read != null
                ? !read.hasTime()
                : clause.readMillis() == null
                        && source != null
                        && source.format().equals("date");
    }

    /** ISO forms, and no schema says which. */
    private static boolean isUnknown(ConvertSteps.DateClause clause, @Nullable Schema source) {
        return clause.read() == null
                && clause.readMillis() == null
                && (source == null || !source.format().startsWith("date"));
    }

    private static void lost(ConvertSteps.DateClause clause, boolean dayOnly, boolean unknown, WayBack way) {
        DatePattern print = clause.print();
        if (print != null && (!print.has('y', 4) || !print.has('M', 1) || !print.has('d', 1))) {
            way.isNone("the target holds no whole day");
        } else if (!dayOnly && print != null && !print.has('H', 1)) {
            way.partly("the time of day is lost");
        } else if (!dayOnly && print != null && !(print.has('m', 1) && print.has('s', 1))) {
            way.partly("seconds are lost");
        } else if (unknown && clause.timeOfDay() != ConvertSteps.DateClause.NO_TIME) {
            way.partly("a date alone comes back with a time");
        }
    }

    private static ConvertSteps.DateClause back(ConvertSteps.DateClause clause, boolean dayOnly, boolean unknown) {
        DatePattern print = clause.print();
        boolean printsDay = print != null && !print.hasTime();
        return new ConvertSteps.DateClause(
                print,
                print == null ? clause.printMillis() : null,
                clause.zone(),
                0,
                dayOnly || unknown && printsDay ? day(clause) : source(clause),
                Boolean.TRUE.equals(clause.readMillis()),
                clause.sourceZone());
    }

    private static DatePattern day(ConvertSteps.DateClause clause) {
        DatePattern read = clause.read();
        return read == null ? DatePattern.of("yyyy-MM-dd") : read;
    }

    private static @Nullable DatePattern source(ConvertSteps.DateClause clause) {
        if (clause.read() != null || clause.readMillis() != null) {
            return clause.read();
        }
        DatePattern print = clause.print();
        boolean fine = print == null ? clause.printMillis() : print.has('S', 1);
        return fine ? ISO_WITH_FRACTION : DatePattern.ISO;
    }
}
