package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.List;

/** Prints what a preview found, line by line. */
public final class PreviewText {
    private PreviewText() {}

    public static List<String> lines(PreviewResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(result.compared() + " compared: " + result.unchanged() + " unchanged, " + result.changed()
                + " changed, " + result.failing() + " newly failing, " + result.repaired() + " repaired, "
                + result.broken() + " failing as before"
                + (result.skipped() == 0 ? "" : "; " + result.skipped() + " without a baseline")
                + (result.unreadable() == 0 ? "" : "; " + result.unreadable() + " damaged, or without their key"));
        result.failures().forEach(failure -> failure("fails", failure, lines));
        result.changes().forEach(change -> change(change, lines));
        result.repairs().forEach(failure -> failure("repaired", failure, lines));
        return lines;
    }

    private static void failure(String word, PreviewResult.Failure failure, List<String> lines) {
        lines.add(word + " " + failure.mapping() + " " + failure.path() + ": " + failure.code() + " in "
                + failure.count() + ": " + failure.text());
        lines.add("  " + String.join(", ", failure.messages()));
    }

    private static void change(PreviewResult.Change change, List<String> lines) {
        String field = change.field().isEmpty() ? "the form of the message" : change.field();
        lines.add("changed " + change.mapping() + " " + field + " in " + change.count());
        for (PreviewResult.Example example : change.examples()) {
            lines.add("  " + example.message() + " " + example.path() + ": " + orNothing(example.before()) + " -> "
                    + after(example));
        }
    }

    /** Two values may differ in what is masked of them. */
    private static String after(PreviewResult.Example example) {
        boolean same = example.before().equals(example.after());
        return same ? "another value that looks the same when masked" : orNothing(example.after());
    }

    private static String orNothing(String value) {
        return value.isEmpty() ? "nothing" : value;
    }
}
