package org.hotlinegateway.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.hotlinegateway.mapping.FolderSnapshot;
import org.hotlinegateway.mapping.MappingSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reads, checks and compiles the shipped mapping files: all of them, or what an edit of one of them leaves to do. */
@State(Scope.Thread)
public class Loading {
    private static final Path FOLDER = Path.of("mappings");

    /** {@code all}, or the file that is edited before each load. */
    @Param("all")
    public String edited;

    private MappingSet live;
    private int edits;

    @Benchmark
    public MappingSet load() {
        return edited.equals("all") ? MappingSet.load(FOLDER) : afterAnEdit();
    }

    private MappingSet afterAnEdit() {
        FolderSnapshot folder = FolderSnapshot.of(FOLDER);
        Map<String, byte[]> files = new TreeMap<>(folder.files());
        String text = new String(files.get(edited), StandardCharsets.UTF_8) + "# " + edits++ + "\n";
        files.put(edited, text.getBytes(StandardCharsets.UTF_8));
        live = live == null ? folder.load() : new FolderSnapshot(files).load(live);
        return live;
    }
}
