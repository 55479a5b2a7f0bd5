package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The compiled executor of one mapping file; immutable but for a hint of the usual size. */
final class Program implements Mapping {
    private static final int MOST_AHEAD = 1 << 16;

    private final MappingFile file;
    private final DocumentReader reader;
    private final TargetFactory targets;
    private final Plan.Fields fields;
    private final Plan.@Nullable Each rootArray;
    private final Zone zone;
    private final ReadPaths reads;
    private final Wanted wanted;
    private int usualSize = TargetFactory.USUAL;

    /** @param wanted what the reader must keep for the rules */
    Program(
            MappingFile file,
            DocumentReader reader,
            TargetFactory targets,
            Plan.Fields fields,
            Plan.@Nullable Each rootArray,
            Zone zone,
            ReadPaths reads,
            Wanted wanted) {
        this.file = file;
        this.reader = reader;
        this.targets = targets;
        this.fields = fields;
        this.rootArray = rootArray;
        this.zone = zone;
        this.reads = reads;
        this.wanted = wanted;
    }

    @Override
    public String name() {
        return file.name();
    }

    /** The source fields the rules read. */
    ReadPaths reads() {
        return reads;
    }

    MappingFile file() {
        return file;
    }

    /** All rules in the order of the target. */
    List<FieldRule> rules() {
        List<FieldRule> rules = new ArrayList<>();
        if (rootArray != null) {
            collect(rootArray, rules);
        }
        collect(fields, rules);
        collect(targets.around(), rules);
        return rules;
    }

    private static void collect(Plan.Fields fields, List<FieldRule> rules) {
        for (Plan plan : fields.plans()) {
            collect(plan, rules);
        }
    }

    private static void collect(Plan plan, List<FieldRule> rules) {
        FieldRule rule = plan.ruleOrNull();
        if (rule != null) {
            rules.add(rule);
        }
        if (plan instanceof Plan.Each each) {
            collect(each.fields(), rules);
        } else if (plan instanceof Plan.Group group) {
            collect(group.fields(), rules);
        }
    }

    Plan.Fields fields() {
        return fields;
    }

    Plan.@Nullable Each rootArray() {
        return rootArray;
    }

    Zone zone() {
        return zone;
    }

    @Override
    public Mapped apply(byte[] source, MappingContext context) {
        return apply(source, context, null);
    }

    Mapped apply(byte[] source, MappingContext context, @Nullable Trace trace) {
        Run run = run(context, trace);
        Value root = read(source, run, trace == null ? wanted : Wanted.ALL);
        Value outer = reader.outer(source);
        return apply(new Frame(run, root, outer == null ? null : new Frame(run, outer, null, 0), 0), run);
    }

    Run run(MappingContext context, @Nullable Trace trace) {
        return new Run(context, zone, file.target().charset(), trace);
    }

    /** The whole message. */
    Value read(byte[] source, Run run) {
        return read(source, run, Wanted.ALL);
    }

    private Value read(byte[] source, Run run, Wanted kept) {
        try {
            return reader.read(source, run, kept);
        } catch (FieldFault fault) {
            FieldError error = new FieldError(fault.code(), "", null, null, "the message " + fault.text());
            throw new MappingFailure(name(), List.of(error), new byte[0]);
        }
    }

    Mapped apply(Value source, Run run) {
        return apply(new Frame(run, source, null, 0), run);
    }

    private Mapped apply(Frame frame, Run run) {
        Target target = targets.create(run, usualSize);
        target.start();
        Plan.Each each = rootArray;
        if (each == null) {
            fields.write(frame, target, true);
        } else {
            each.write(frame, target);
        }
        byte[] written = target.finish();
        usualSize = Math.min(MOST_AHEAD, written.length + written.length / 8 + 64);
        byte[] bytes = targets.wrap(written, frame);
        if (!run.errors().isEmpty()) {
            throw new MappingFailure(name(), run.errors(), bytes);
        }
        return new Mapped(bytes, targets.contentType(), run.notes());
    }
}
