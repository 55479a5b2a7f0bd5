package org.hotlinegateway.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks source paths against the samples of a file that has no source schema. */
public final class SampleCheck {
    private final MappingFolder folder;
    private final MappingSet set;

    /** @param mappingsDir the folder the set was loaded from */
    public SampleCheck(Path mappingsDir, MappingSet set) {
        this.folder = new MappingFolder(mappingsDir);
        this.set = set;
    }

    /** A warning for every source path that is in no sample, and for every file that cannot be checked at all. */
    public List<MappingProblem> warnings() {
        Problems problems = new Problems();
        for (String name : set.names()) {
            Program program = set.program(name);
            if (program.file().sourceSchema() == null) {
                check(program, problems);
            }
        }
        return problems.sorted();
    }

    private void check(Program program, Problems problems) {
        List<Value> samples = samples(program);
        Place place = program.file().source().place();
        if (samples.isEmpty()) {
            problems.warning(place, "samples", "neither source schema nor sample: source paths are not checked");
            return;
        }
        List<String> unseen = new ArrayList<>();
        program.reads().names().forEach(name -> walk(program.reads().at(name), name, values(samples, name), unseen));
        if (!unseen.isEmpty()) {
            problems.warning(
                    place,
                    "samples",
                    "no source schema, checked against " + samples.size() + " sample(s): none of them has "
                            + String.join(", ", unseen));
        }
    }

    private List<Value> samples(Program program) {
        List<Value> samples = new ArrayList<>();
        for (Yaml.Dict test : program.file().tests()) {
            try {
                byte[] bytes = MappingTest.sample(test, folder);
                samples.add(program.read(bytes, program.run(MappingContext.at(java.time.Instant.EPOCH), null)));
            } catch (SyntaxFault | MappingFailure toldByTheTests) {
                continue;
            }
        }
        return samples;
    }

    private static void walk(@Nullable ReadPaths reads, String path, List<Value> found, List<String> unseen) {
        if (reads == null || found.isEmpty()) {
            unseen.add(path);
            return;
        }
        reads.names().forEach(name -> walk(reads.at(name), path + "." + name, values(found, name), unseen));
    }

    private static List<Value> values(List<Value> parents, String name) {
        List<Value> values = new ArrayList<>();
        for (Value parent : parents) {
            if (parent instanceof Value.Obj obj && obj.get(name) != null) {
                values.add(java.util.Objects.requireNonNull(obj.get(name)));
            } else if (parent instanceof Value.Arr arr) {
                values.addAll(values(arr.items(), name));
            } else if (name.equals("#text") && Value.scalarText(parent) != null) {
                values.add(parent);
            }
        }
        return values;
    }
}
