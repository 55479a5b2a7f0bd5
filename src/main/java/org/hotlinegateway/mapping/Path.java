package org.hotlinegateway.mapping;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A declared way into the source: steps down from an element {@code up} levels out, or a context value.
 *
 * @param text as written
 * @param context name of the context value, or null for a path into the message
 */
record Path(String text, int up, List<Step> steps, @Nullable String context, Place place) {
    /** One step down. */
    sealed interface Step {}

    record Field(String name) implements Step {}

    record Item(int index) implements Step {}

    boolean isContext() {
        return context != null;
    }

    /** Steps without array positions: what a schema or a list of read fields knows. */
    List<String> names() {
        return steps.stream()
                .filter(Field.class::isInstance)
                .map(step -> ((Field) step).name())
                .toList();
    }

    /** The value, null when a step leads nowhere. */
    @Nullable
    Value resolve(Frame frame) {
        if (context != null) {
            return frame.run().contextValue(context, frame);
        }
        Value at = frame.out(up).element();
        for (Step step : steps) {
            at = down(at, step);
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    private @Nullable Value down(Value at, Step step) {
        if (step instanceof Field field) {
            if (at instanceof Value.Obj obj) {
                return obj.get(field.name());
            }
            if (field.name().equals("#text") && Value.scalarText(at) != null) {
                return at;
            }
            return into(at, field);
        }
        return item(at, ((Item) step).index());
    }

    private @Nullable Value into(Value at, Field field) {
        if (at instanceof Value.Arr) {
            throw new FieldFault(
                    FieldError.Code.TYPE,
                    "path '" + text + "' crosses an array before '" + field.name()
                            + "': take one element ([0], [-1]) or use each");
        }
        return null;
    }

    /** A single element stands for an array of one, as XML cannot tell them apart. */
    private static @Nullable Value item(Value at, int index) {
        if (at instanceof Value.Arr arr) {
            int size = arr.items().size();
            int position = index < 0 ? size + index : index;
            return position < 0 || position >= size ? null : arr.items().get(position);
        }
        return index == 0 || index == -1 ? at : null;
    }

    static String joined(List<Path> paths) {
        return paths.stream().map(Path::text).distinct().collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return text;
    }
}
