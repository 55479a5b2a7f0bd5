package org.hotlinegateway.mapping;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state of one conversion: context, collected errors and notes. Never shared. */
final class Run {
    private final MappingContext context;
    private final Zone zone;
    private final Charset charset;
    private final @Nullable Trace trace;
    private final List<FieldError> errors = new ArrayList<>(0);
    private Set<String> notes = Set.of();
    private @Nullable String now;
    private @Nullable Value message;

    Run(MappingContext context, Zone zone, Charset charset, @Nullable Trace trace) {
        this.context = context;
        this.zone = zone;
        this.charset = charset;
        this.trace = trace;
    }

    MappingContext context() {
        return context;
    }

    /** The charset in which the target travels. */
    Charset charset() {
        return charset;
    }

    /** The observer of this run, null when nobody looks. */
    @Nullable
    Trace trace() {
        return trace;
    }

    /** Tells the observer, if there is one, which turn was taken. */
    void reached(Reach reach, Place place) {
        if (trace != null) {
            trace.reached(reach, place);
        }
    }

    /** The finished message, while its envelope is written. */
    @Nullable
    Value message() {
        return message;
    }

    void message(Value text) {
        this.message = text;
    }

    List<FieldError> errors() {
        return errors;
    }

    List<String> notes() {
        return notes.isEmpty() ? List.of() : List.copyOf(notes);
    }

    void note(String note) {
        if (notes.isEmpty()) {
            notes = new LinkedHashSet<>();
        }
        notes.add(note);
    }

    void fail(FieldError error) {
        errors.add(error);
    }

    @Nullable
    Value contextValue(String name, Frame frame) {
        if (name.equals("now")) {
            return new Value.Text(now());
        }
        if (name.equals("index")) {
            return new Value.Num(Integer.toString(frame.index()));
        }
        String value = context.values().get(name);
        return value == null ? null : ContextValues.typed(name, value);
    }

    private String now() {
        String printed = now;
        if (printed == null) {
            printed = Dates.iso(context.now(), zone);
            now = printed;
        }
        return printed;
    }
}
