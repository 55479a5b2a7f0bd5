package org.hotlinegateway.mapping;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The messages of a file's own tests, as documents to begin with when the laws are tried. */
public final class LawSamples {
    private LawSamples() {}

    /**
     * One sample.
     *
     * @param document the message as JSON, whatever its format
     * @param context context values of its test, without the dollar sign
     */
    public record Sample(String document, Map<String, String> context) {}

    /** @param mappingsDir the folder the set was loaded from; samples are read below it */
    public static List<Sample> of(Path mappingsDir, MappingSet set, String mapping) {
        MappingFolder folder = new MappingFolder(mappingsDir);
        Program program = set.program(mapping);
        List<Sample> samples = new ArrayList<>();
        for (Yaml.Dict test : program.file().tests()) {
            try {
                Value value = program.read(
                        MappingTest.sample(test, folder), program.run(MappingContext.at(Instant.EPOCH), null));
                samples.add(new Sample(Leaves.json(value), context(test)));
            } catch (SyntaxFault | MappingFailure toldByTheTests) {
                continue;
            }
        }
        return samples;
    }

    private static Map<String, String> context(Yaml.Dict test) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : List.of("context", "with")) {
            if (test.get(key) instanceof Yaml.Dict dict) {
                dict.each().forEach(entry -> {
                    boolean named = key.equals("context") || entry.getKey().startsWith("$");
                    if (named && entry.getValue().value() instanceof Yaml.Scalar text && !text.isNull()) {
                        values.put(entry.getKey().replace("$", ""), text.text());
                    }
                });
            }
        }
        values.remove("now");
        return values;
    }
}
