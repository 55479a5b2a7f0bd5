package org.hotlinegateway.mapping;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mapping of which only one rule is left, inside the arrays and groups around it. */
public final class RuleAlone {
    private final Program program;
    private final String place;

    private RuleAlone(Program program, String place) {
        this.program = program;
        this.place = place;
    }

    /** The fields which the rule at a place makes of a message when all others are gone. */
    public static Map<String, String> fields(
            MappingSet set, String mapping, String place, byte[] source, MappingContext context) {
        Program alone = new RuleAlone(set.program(mapping), place).program();
        return TargetFields.of(set, mapping, alone.apply(source, context).bytes());
    }

    private Program program() {
        Plan.Each root = program.rootArray();
        return new Program(
                program.file(),
                DocumentReaders.of(program.file().source()),
                TargetFactory.of(program.file().target()),
                fields(program.fields()),
                root == null ? null : (Plan.Each) Objects.requireNonNull(only(root)),
                program.zone(),
                program.reads(),
                Wanted.ALL);
    }

    private Plan.Fields fields(Plan.Fields all) {
        return new Plan.Fields(
                Stream.of(all.plans()).map(this::only).filter(Objects::nonNull).toArray(Plan[]::new));
    }

    private @Nullable Plan only(Plan plan) {
        if (plan instanceof Plan.Group group) {
            Plan.Fields fields = fields(group.fields());
            return fields.plans().length == 0
                    ? null
                    : new Plan.Group(group.name(), group.target(), false, group.guard(), group.place(), fields);
        }
        if (plan instanceof Plan.Each each) {
            Plan.Fields fields = fields(each.fields());
            return fields.plans().length == 0 && !isIt(each)
                    ? null
                    : new Plan.Each(each.name(), each.target(), false, each.rule(), each.where(), fields);
        }
        return isIt(plan) ? plan : null;
    }

    private boolean isIt(Plan plan) {
        FieldRule rule = plan.ruleOrNull();
        return rule != null && rule.place().toString().equals(place);
    }
}
