package org.hotlinegateway.workbench;

import java.nio.file.Path;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.MappingTests;

/** Converts the samples of a mappings folder by two sets and tells what comes out otherwise. */
public final class SamplePreview {
    private SamplePreview() {}

    /** @param folder of the candidate, where the samples of its tests lie */
    public static PreviewResult of(MappingSet baseline, MappingSet candidate, Path folder) {
        Comparison comparison = new Comparison();
        for (MappingTests.Input input : new MappingTests(folder, candidate).inputs()) {
            comparison.add(
                    baseline,
                    candidate,
                    new Comparison.Subject(
                            "test '" + input.name() + "'", input.mapping(), input.source(), input.context()));
        }
        return comparison.result();
    }
}
