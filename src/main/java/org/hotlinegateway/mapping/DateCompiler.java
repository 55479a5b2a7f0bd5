package org.hotlinegateway.mapping;

import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** Compiles {@code date}, {@code read}, {@code zone}, {@code sourceZone} and {@code timeOfDay}. */
final class DateCompiler {
    private final Draft draft;

    private DateCompiler(Draft draft) {
        this.draft = draft;
    }

    static Step compile(Draft draft) {
        return ConvertSteps.date(clause(draft));
    }

    static ConvertSteps.DateClause clause(Draft draft) {
        return new DateCompiler(draft).clause();
    }

    private ConvertSteps.DateClause clause() {
        String read = draft.text("read");
        String date = String.valueOf(draft.text("date"));
        Zone zone = zone("zone", draft.scope().context().zone());
        return new ConvertSteps.DateClause(
                read == null || read.startsWith("epoch-") || read.equals("iso") ? null : pattern(read, "read"),
                read == null || !read.startsWith("epoch-") ? null : isMillis(read, "read"),
                zone("sourceZone", draft.scope().context().sourceZone()),
                timeOfDay(),
                date.equals("iso") ? DatePattern.ISO : date.startsWith("epoch-") ? null : pattern(date, "date"),
                date.startsWith("epoch-") && isMillis(date, "date"),
                zone);
    }

    private boolean isMillis(String name, String clause) {
        if (!name.equals("epoch-s") && !name.equals("epoch-ms")) {
            draft.error(draft.placeOf(clause), "'" + clause + "' is epoch-s or epoch-ms, found '" + name + "'");
        }
        return name.equals("epoch-ms");
    }

    private @Nullable DatePattern pattern(String text, String clause) {
        try {
            return DatePattern.of(text);
        } catch (SyntaxFault fault) {
            draft.error(draft.placeOf(clause), fault.text());
            return null;
        }
    }

    private Zone zone(String clause, Zone otherwise) {
        String name = draft.text(clause);
        try {
            return name == null ? otherwise : Zone.of(name);
        } catch (DateTimeException e) {
            draft.error(draft.placeOf(clause), "no time zone '" + name + "'");
            return otherwise;
        }
    }

    private int timeOfDay() {
        String text = draft.text("timeOfDay");
        if (text == null) {
            return ConvertSteps.DateClause.NO_TIME;
        }
        if (!text.matches("([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d")) {
            draft.error(draft.placeOf("timeOfDay"), "'timeOfDay' is HH:mm:ss, found '" + text + "'");
            return 0;
        }
        return 3600 * Integer.parseInt(text.substring(0, 2))
                + 60 * Integer.parseInt(text.substring(3, 5))
                + Integer.parseInt(text.substring(6));
    }
}
