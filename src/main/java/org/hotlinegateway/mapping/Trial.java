package org.hotlinegateway.mapping;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Tries changed mapping files and tables against the tests of a file, in memory; nothing on disk is touched. */
public final class Trial {
    /** What became of a change. */
    public enum Verdict {
        /** {@code map check} refuses the changed file. */
        REFUSED,
        /** A test fails. */
        NOTICED,
        /** Every test still passes. */
        SURVIVED
    }

    private final MappingFolder folder;

    /** @param mappingsDir mapping files, tables, schemas and samples */
    public Trial(Path mappingsDir) {
        this.folder = MappingFolder.of(FolderSnapshot.of(mappingsDir).files());
    }

    /** The text of a file as it stands. */
    public String text(String file) {
        return folder.text(file);
    }

    /** What the tests of a mapping file say to another text of it. */
    public Verdict of(String mappingFile, String changed) {
        return verdict(folder.withText(mappingFile, changed), mappingFile);
    }

    /**
     * What the tests of a mapping file say when a row of a table gives the value of another row.
     *
     * @param line where the row begins
     * @param column the column whose value is taken from the other row
     */
    public Verdict ofRow(String mappingFile, String tableFile, int line, String column) {
        TableFile swapped = folder.table(tableFile).swapped(line, column);
        return verdict(folder.withTable(swapped), mappingFile);
    }

    /** What a test of a mapping file, by its name, finds wrong when some files have other contents. */
    public List<String> differences(String mappingFile, String test, Map<String, byte[]> changed) {
        MappingFolder changedFolder = folder.with(changed);
        MappingSet set = MappingSet.load(changedFolder, List.of(mappingFile));
        return new MappingTests(changedFolder, set)
                .run().outcomes().stream()
                        .filter(outcome -> outcome.test().equals(test))
                        .flatMap(outcome -> outcome.differences().stream())
                        .toList();
    }

    /** Whether the folder has a file of this name. */
    public boolean holds(String file) {
        return folder.holds(file);
    }

    private static Verdict verdict(MappingFolder folder, String mappingFile) {
        try {
            MappingSet set = MappingSet.load(folder, List.of(mappingFile));
            return new MappingTests(folder, set).allPass() ? Verdict.SURVIVED : Verdict.NOTICED;
        } catch (MappingProblems refused) {
            return Verdict.REFUSED;
        }
    }

    /** What the target schema of a mapping file says of each field by itself, by target path. */
    public Function<String, TargetLimits> limits(String mappingFile) {
        MappingSet set = MappingSet.load(folder, List.of(mappingFile));
        MappingFile file = set.program(MappingCompiler.nameOf(mappingFile)).file();
        return target -> TargetLimits.of(file.targetSchema(), target);
    }
}
