package org.hotlinegateway.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSONata expression behind its fence: sees its declared inputs alone, gives one value of its declared type, ends in
 * time.
 */
final class Expression implements Source {
    /** How long an expression may take and how deep it may call. */
    record Bounds(int milliseconds, int depth) {
        static final Bounds USUAL = new Bounds(1000, 100);
    }

    private final Jsonata compiled;
    private final Map<String, Path> inputs;
    private final ConvertSteps.Type type;
    private final Bounds bounds;

    private Expression(Jsonata compiled, Map<String, Path> inputs, ConvertSteps.Type type, Bounds bounds) {
        this.compiled = compiled;
        this.inputs = inputs;
        this.type = type;
        this.bounds = bounds;
    }

    /** @throws JException when the text is no expression */
    static Expression of(String text, Map<String, Path> inputs, ConvertSteps.Type type, Bounds bounds) {
        Jsonata compiled = Jsonata.jsonata(text);
        compiled.setValidateInput(false);
        detach();
        return new Expression(compiled, Map.copyOf(inputs), type, bounds);
    }

    /**
     * The library evaluates with the fields of the instance this thread built last, and leaves a frame of the message in
     * them when an evaluation fails. An instance nobody evaluates takes that place, so that no frame ever reaches an
     * expression.
     */
    private static void detach() {
        Jsonata.jsonata("null");
    }

    @Override
    public @Nullable Value read(Frame frame) {
        Map<String, Object> input = new HashMap<>();
        inputs.forEach((name, path) -> {
            Value value = path.resolve(frame);
            if (value != null) {
                input.put(name, ExpressionValues.object(value));
            }
        });
        return ExpressionValues.typed(evaluated(input), type);
    }

    private @Nullable Object evaluated(Map<String, Object> input) {
        try {
            Jsonata.Frame frame = compiled.createFrame();
            frame.setRuntimeBounds(bounds.milliseconds(), bounds.depth());
            return compiled.evaluate(input, frame);
        } catch (JException fault) {
            detach();
            throw new FieldFault(FieldError.Code.VALUE, told(String.valueOf(fault.getError())));
        } catch (StackOverflowError fault) {
            detach();
            throw new FieldFault(FieldError.Code.VALUE, tooDeep());
        } catch (RuntimeException fault) {
            detach();
            throw new FieldFault(FieldError.Code.VALUE, told(fault.getClass().getSimpleName()));
        }
    }

    /** Says what went wrong without the library's text, which may hold a person's data. */
    private String told(String error) {
        if (error.startsWith("Stack overflow")) {
            return tooDeep();
        }
        return error.startsWith("Expression evaluation timeout")
                ? "was not found within " + bounds.milliseconds() + " ms by the expression"
                : "was not found by the expression (" + (error.matches("\\w{1,40}") ? error : "fault") + ")";
    }

    private String tooDeep() {
        return "was not found within " + bounds.depth() + " levels of calls by the expression";
    }
}
