package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotlinegateway.mapping.Explanation.Field;
import org.jspecify.annotations.Nullable;

/** Looks on while one message is converted and notes where each leaf of the target comes from. */
final class ExplanationWatch implements Trace {
    private final List<Field> fields = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private final List<FieldRule> parts = new ArrayList<>();
    private final Map<Frame, Integer> positions = new IdentityHashMap<>();
    private final Map<String, Integer> elements = new HashMap<>();
    private @Nullable SourceTree tree;
    private @Nullable Frame frame;
    private @Nullable Value value;
    private boolean isRest;

    List<Field> fields() {
        return List.copyOf(fields);
    }

    /** The source message; null when it could not be read. */
    @Nullable
    SourceTree tree() {
        return tree;
    }

    @Override
    public void step(String what) {
        steps.add(what);
    }

    @Override
    public void through(FieldRule part) {
        parts.add(part);
    }

    @Override
    public void signed(String scheme) {
        steps.clear();
        parts.clear();
        steps.add("signed by " + scheme);
    }

    @Override
    public void value(FieldRule rule, Frame at, @Nullable Value finished) {
        frame = at;
        value = finished;
        if (tree == null) {
            tree = new SourceTree(at);
        }
    }

    @Override
    public void empty(String target, Place place) {
        fields.add(new Field(target, place.toString(), List.of(), List.of("demanded, though empty"), true, "{}"));
    }

    @Override
    public void rest(FieldRule rule, Frame at, @Nullable Value rest) {
        value(rule, at, rest);
        isRest = true;
    }

    @Override
    public void field(String target, FieldRule rule, boolean made) {
        Frame at = frame;
        SourceTree source = tree;
        if (at != null && source != null) {
            note(positioned(rule.target(), at), rule, made, at, source);
        } else {
            fields.add(new Field(target, rule.place().toString(), List.of(), List.copyOf(steps), made, null));
        }
        steps.clear();
        parts.clear();
        frame = null;
        value = null;
        isRest = false;
    }

    private void note(String target, FieldRule rule, boolean made, Frame at, SourceTree source) {
        List<String> sources = sources(rule, at, source);
        Value whole = value;
        if (whole == null) {
            fields.add(new Field(target, rule.place().toString(), sources, List.copyOf(steps), made, null));
            return;
        }
        Map<String, Value> leaves = Leaves.of(whole);
        int number = 0;
        for (Map.Entry<String, Value> leaf : leaves.entrySet()) {
            String suffix = leaf.getKey();
            fields.add(new Field(
                    SourceTree.below(target, suffix),
                    rule.place().toString(),
                    sources(sources, suffix, number, leaves.size(), at, source),
                    steps(number++, leaves.size()),
                    true,
                    Leaves.json(leaf.getValue())));
        }
    }

    /** What is read; of a choice only the branch that was taken. */
    private List<String> sources(FieldRule rule, Frame at, SourceTree source) {
        Set<String> read = new LinkedHashSet<>();
        if (parts.isEmpty()) {
            rule.reads().forEach(path -> read.add(source.absolute(path, at)));
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!isChoiceAgain(i)) {
                parts.get(i).reads().forEach(path -> read.add(source.absolute(path, at)));
            }
        }
        return List.copyOf(read);
    }

    /** A branch that is a choice itself: one of the parts noted after it says more. */
    private boolean isChoiceAgain(int part) {
        List<Path> reads = parts.get(part).reads();
        return parts.subList(part + 1, parts.size()).stream()
                .anyMatch(later -> later.reads().size() < reads.size() && reads.containsAll(later.reads()));
    }

    /** Where one leaf of a value comes from that was moved as a whole, or made element by element. */
    private List<String> sources(List<String> all, String suffix, int number, int leaves, Frame at, SourceTree source) {
        if (isRest) {
            Path element = new Path(".", 0, List.of(), null, new Place("", 1, 1));
            return List.of(SourceTree.below(source.absolute(element, at), suffix));
        }
        if (suffix.isEmpty()) {
            return all;
        }
        if (all.size() == 1 && source.leaves().containsKey(SourceTree.below(all.get(0), suffix))) {
            return List.of(SourceTree.below(all.get(0), suffix));
        }
        return all.size() == leaves ? List.of(all.get(number)) : all;
    }

    private List<String> steps(int number, int leaves) {
        return leaves > 1 && steps.size() == leaves ? List.of(steps.get(number)) : List.copyOf(steps);
    }

    /** The target path with the positions the elements have in the target. */
    private String positioned(String pattern, Frame at) {
        int last = pattern.lastIndexOf("[]");
        if (last < 0) {
            return pattern;
        }
        Frame outer = at.outer();
        String array = outer == null ? pattern.substring(0, last) : positioned(pattern.substring(0, last), outer);
        Integer position = positions.get(at);
        if (position == null) {
            position = elements.merge(array, 1, Integer::sum) - 1;
            positions.put(at, position);
        }
        return array + "[" + position + "]" + pattern.substring(last + 2);
    }
}
