package org.hotlinegateway.mapping;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A declared way into the source: steps down from an element {@code up} levels out, or a context value. */
final class Path implements Source {
    private final String text;
    private final int up;
    private final List<Step> steps;
    private final Step[] way;
    private final @Nullable String context;
    private final Place place;

    /**
     * @param text as written
     * @param context name of the context value, or null for a path into the message
     */
    Path(String text, int up, List<Step> steps, @Nullable String context, Place place) {
        this.text = text;
        this.up = up;
        this.steps = List.copyOf(steps);
        this.way = steps.toArray(Step[]::new);
        this.context = context;
        this.place = place;
    }

    String text() {
        return text;
    }

    int up() {
        return up;
    }

    List<Step> steps() {
        return steps;
    }

    @Nullable
    String context() {
        return context;
    }

    Place place() {
        return place;
    }

    /** One step down. */
    sealed interface Step {}

    /** To a field; remembers where it stood last, as messages of one kind look alike. */
    static final class Field implements Step {
        private final String name;
        private int last;

        Field(String name) {
            this.name = name.intern();
        }

        String name() {
            return name;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Field that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Nullable
        Value of(Value.Obj obj) {
            int at = last;
            if (!obj.isAt(at, name)) {
                at = obj.indexOf(name);
                if (at < 0) {
                    return null;
                }
                last = at;
            }
            return obj.value(at);
        }
    }

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

    @Override
    public @Nullable Value read(Frame frame) {
        return resolve(frame);
    }

    /** The value, null when a step leads nowhere. */
    @Nullable
    Value resolve(Frame frame) {
        if (context != null) {
            return frame.run().contextValue(context, frame);
        }
        Value at = up == 0 ? frame.element() : frame.out(up).element();
        for (Step step : way) {
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
                return field.of(obj);
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
