package org.hotlinegateway.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.mapping.MappingProblem;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.SampleCheck;

/** Everything that can be said of mapping files without running one. */
public final class FileCheck {
    private FileCheck() {}

    /** What an engineer should look at in a set that can be used. */
    public static Findings of(Path mappingsDir, MappingSet set) {
        List<MappingProblem> warnings = new ArrayList<>(set.warnings());
        warnings.addAll(new SampleCheck(mappingsDir, set).warnings());
        int mappings = set.names().size();
        String line = mappings + " mapping(s) checked, " + warnings.size() + " warning(s), set "
                + set.digest().substring(0, 12);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("mappings", mappings);
        facts.put("warnings", warnings.size());
        facts.put("set", set.digest());
        return new Findings(warnings.stream().map(Finding::of).toList(), List.of(line), facts, false);
    }
}
