package org.hotlinegateway.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one mapping file, and everything it was made from; immutable, so that a later set whose files are the
 * same takes it over instead of compiling it again.
 *
 * @param program null when the file has errors
 * @param problems all of this file, warnings too
 * @param from the file, its tables and its schemas with all they refer to, by name
 */
record CompiledFile(@Nullable Program program, List<MappingProblem> problems, Map<String, byte[]> from) {

    /** Reads, checks and compiles a mapping file of a folder. */
    static CompiledFile of(MappingFolder folder, String file) {
        Problems problems = new Problems();
        MappingFolder noting = folder.noting();
        Program program = compiled(noting, problems, file);
        return new CompiledFile(program, problems.sorted(), noting.used());
    }

    private static @Nullable Program compiled(MappingFolder folder, Problems problems, String file) {
        try {
            return new MappingCompiler(folder, problems, file).compile();
        } catch (SyntaxFault fault) {
            problems.error(new Place(file, 1, 1), "file", fault.text());
            return null;
        }
    }

    /** Whether compiling again in this folder would give the same. */
    boolean isOf(MappingFolder folder) {
        return folder.holds(from);
    }
}
