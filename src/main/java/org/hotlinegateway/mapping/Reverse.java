package org.hotlinegateway.mapping;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One mapping read backwards: from a message of its target to one of its source; immutable, shared between threads. */
public final class Reverse {
    private final Program forward;
    private final List<Reversal> rules;
    private final List<Back> parts;

    Reverse(Program forward, List<Reversal> rules, List<Back> parts) {
        this.forward = forward;
        this.rules = List.copyOf(rules);
        this.parts = List.copyOf(parts);
    }

    /** Every rule of the file, in the order of the target, with what comes back of it. */
    public List<Reversal> rules() {
        return rules;
    }

    /**
     * The source message as far as the target message tells it.
     *
     * @throws MappingFailure with every field error at once
     */
    public byte[] apply(byte[] target, MappingContext context) {
        Run run = run(context);
        return written(Back.all(parts, null, null, readTarget(target, run), frame(new Value.Obj(), run)), run);
    }

    /**
     * The original source message with the fields changed that differ between what it was mapped to and this target.
     *
     * @throws MappingFailure with every field error at once, also when the original cannot be mapped
     */
    public byte[] putBack(byte[] original, byte[] target, MappingContext context) {
        Run run = run(context);
        Value source = forward.read(original, run);
        Value before = readTarget(forward.apply(original, context).bytes(), run);
        return written(Back.all(parts, source, before, readTarget(target, run), frame(source, run)), run);
    }

    List<Back> parts() {
        return parts;
    }

    /** Classes by target path. */
    Map<String, Reversal.Kind> kinds() {
        return rules.stream().collect(Collectors.toMap(Reversal::target, Reversal::kind, (one, other) -> one));
    }

    private Run run(MappingContext context) {
        return forward.run(context, null);
    }

    private static Frame frame(Value source, Run run) {
        return new Frame(run, source, null, 0);
    }

    Value readTarget(byte[] bytes, Run run) {
        try {
            return DocumentReaders.of(forward.file().target()).read(bytes, run);
        } catch (FieldFault fault) {
            FieldError error = new FieldError(fault.code(), "", null, null, "the message " + fault.text());
            throw new MappingFailure(forward.name(), List.of(error), new byte[0]);
        }
    }

    private byte[] written(@Nullable Value source, Run run) {
        byte[] bytes = Documents.write(
                source == null ? new Value.Obj() : source, forward.file().source(), run);
        if (!run.errors().isEmpty()) {
            throw new MappingFailure(forward.name(), run.errors(), bytes);
        }
        return bytes;
    }
}
