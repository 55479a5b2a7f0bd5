package org.hotlinegateway.mapping;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Phases shape and cut. */
final class ShapeSteps {
    private ShapeSteps() {}

    static Step text(String clause, UnaryOperator<String> change) {
        return Step.onText(clause, (text, frame) -> new Value.Text(change.apply(text)));
    }

    static Step mask(UnaryOperator<String> change) {
        return mask((text, frame) -> change.apply(text));
    }

    /** Hides what is personal and tells an observer so. */
    static Step mask(BiFunction<String, Frame, String> change) {
        return Step.onText("mask", (text, frame) -> {
            String hidden = change.apply(text, frame);
            Trace trace = frame.run().trace();
            if (trace != null && !hidden.equals(text)) {
                trace.step("masked");
            }
            return new Value.Text(hidden);
        });
    }

    static UnaryOperator<String> affixes(String prefix, String suffix) {
        return text -> prefix + text + suffix;
    }

    /** Fills up on the left to a length in code points. */
    static UnaryOperator<String> padded(int length, String fill) {
        return text -> fill.repeat(Math.max(0, length - text.codePointCount(0, text.length()))) + text;
    }

    static UnaryOperator<String> upper() {
        return text -> text.toUpperCase(Locale.ROOT);
    }

    static UnaryOperator<String> lower() {
        return text -> text.toLowerCase(Locale.ROOT);
    }

    /** Shortens to a length in code points and notes it. */
    static Step cut(int length, String target) {
        String what = "cut to " + length + " code points";
        String note = "CUT " + target + ": " + what;
        return Step.onScalar("cut", (scalar, frame) -> {
            Value.Text text = scalar instanceof Value.Text same ? same : new Value.Text(scalar.text());
            Value.Text cut = text.first(length);
            if (cut != text) {
                tell(note, what, frame.run());
            }
            return cut;
        });
    }

    private static void tell(String note, String what, Run run) {
        run.note(note);
        Trace trace = run.trace();
        if (trace != null) {
            trace.step(what);
        }
    }
}
