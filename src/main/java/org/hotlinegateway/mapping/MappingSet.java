package org.hotlinegateway.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every mapping file of a folder, checked as a whole and known by the digest of its contents; immutable. */
public final class MappingSet {
    private static final String SUFFIX = ".map.yaml";

    /** Files that casework decides by, and tables that no mapping names: they change with the set. */
    private static final Pattern DATA =
            Pattern.compile("policy/[^./~][^/~]*\\.yaml|calendar/[^./~][^/~]*\\.csv|tables/[^./~][^/~]*\\.csv");

    private final String digest;
    private final Map<String, Program> programs;
    private final List<MappingProblem> warnings;
    private final Map<String, byte[]> contents;
    private final MappingFolder folder;
    private final Map<String, CompiledFile> compiled;

    private MappingSet(
            MappingFolder folder,
            Map<String, CompiledFile> compiled,
            Map<String, Program> programs,
            List<MappingProblem> warnings) {
        this.contents = new TreeMap<>(folder.contents());
        this.digest = digest(contents);
        this.programs = programs;
        this.warnings = warnings;
        this.folder = folder.closed();
        this.compiled = compiled;
    }

    /**
     * Reads, checks and compiles all {@code *.map.yaml} files below a folder.
     *
     * @throws MappingProblems with every problem of every file
     */
    public static MappingSet load(Path mappingsDir) {
        MappingFolder folder = new MappingFolder(mappingsDir);
        return whole(folder, files(mappingsDir, folder));
    }

    /**
     * Reads, checks and compiles some files of a folder.
     *
     * @throws MappingProblems with every problem of these files
     */
    public static MappingSet load(Path mappingsDir, List<Path> files) {
        MappingFolder folder = new MappingFolder(mappingsDir);
        return load(
                folder,
                files.stream()
                        .map(file -> folder.nameOf(file)
                                .orElseThrow(() -> new IllegalArgumentException(
                                        file + " lies outside the mappings folder " + mappingsDir)))
                        .toList());
    }

    /**
     * Checks and compiles all mapping files among some files held in memory.
     *
     * @throws MappingProblems with every problem of every file
     */
    static MappingSet load(Map<String, byte[]> files) {
        return whole(MappingFolder.of(files), files.keySet());
    }

    /**
     * The same, but what an earlier set compiled from files that are the same here is taken over: a program is the same
     * object as long as neither its file nor a table or schema it was made from changes.
     *
     * @throws MappingProblems with every problem of every file
     */
    static MappingSet load(Map<String, byte[]> files, MappingSet earlier) {
        MappingFolder folder = MappingFolder.of(files);
        folder.takeOver(earlier.folder);
        return whole(folder, files.keySet(), earlier.compiled);
    }

    private static MappingSet whole(MappingFolder folder, Collection<String> names) {
        return whole(folder, names, Map.of());
    }

    private static MappingSet whole(MappingFolder folder, Collection<String> names, Map<String, CompiledFile> earlier) {
        names.stream().filter(name -> DATA.matcher(name).matches()).forEach(folder::bytes);
        return load(
                folder,
                names.stream().filter(name -> name.endsWith(SUFFIX)).sorted().toList(),
                earlier);
    }

    static MappingSet load(MappingFolder folder, List<String> files) {
        return load(folder, files, Map.of());
    }

    private static MappingSet load(MappingFolder folder, List<String> files, Map<String, CompiledFile> earlier) {
        Map<String, CompiledFile> compiled = new TreeMap<>();
        files.forEach(file -> compiled.put(file, compiled(folder, file, earlier.get(file))));
        Problems problems = new Problems();
        Map<String, Program> programs = byName(compiled.values(), problems);
        if (problems.hasErrors()) {
            throw new MappingProblems(problems.sorted());
        }
        return new MappingSet(folder, compiled, programs, problems.sorted());
    }

    private static CompiledFile compiled(MappingFolder folder, String file, @Nullable CompiledFile before) {
        if (before == null || !before.isOf(folder)) {
            return CompiledFile.of(folder, file);
        }
        before.from().keySet().forEach(folder::bytes);
        return before;
    }

    private static Map<String, Program> byName(Collection<CompiledFile> compiled, Problems problems) {
        Map<String, Program> programs = new TreeMap<>();
        for (CompiledFile one : compiled) {
            one.problems().forEach(problems::add);
            Program program = one.program();
            Program before = program == null ? null : programs.putIfAbsent(program.name(), program);
            if (program != null && before != null) {
                problems.error(
                        new Place(program.file().path(), 1, 1),
                        "name",
                        "mapping '" + before.name() + "' also stands in "
                                + before.file().path());
            }
        }
        return programs;
    }

    private static List<String> files(Path mappingsDir, MappingFolder folder) {
        try (Stream<Path> all = Files.walk(mappingsDir)) {
            return all.flatMap(file -> folder.nameOf(file).stream())
                    .filter(name -> name.endsWith(SUFFIX) || DATA.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the mappings folder " + mappingsDir, e);
        }
    }

    /** SHA-256 over names, lengths and bytes. */
    static String digest(Map<String, byte[]> contents) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            contents.forEach((name, bytes) -> {
                sha256.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                sha256.update(bytes);
            });
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SHA-256 over all mapping files, tables and schemas, 64 hexadecimal digits. */
    public String digest() {
        return digest;
    }

    /** The bytes of every file the digest covers, by name; nobody may change them. */
    public Map<String, byte[]> contents() {
        return contents;
    }

    /** A code table of the set, as its file has it. */
    public TableFile table(String file) {
        return MappingFolder.of(contents).table(file);
    }

    public Set<String> names() {
        return Set.copyOf(programs.keySet());
    }

    /** What an engineer should look at, although the set works. */
    public List<MappingProblem> warnings() {
        return warnings;
    }

    /** The mapping of this name; an unknown name is a fault of the caller's configuration. */
    public Mapping mapping(String name) {
        return program(name);
    }

    /**
     * The mapping read backwards; compiled when asked for.
     *
     * @throws MappingProblems when a table has several codes for one value and none is preferred
     */
    public Reverse reverse(String name) {
        Problems problems = new Problems();
        String path = program(name).file().path();
        Reverse reverse = ReverseCompiler.reverse(MappingFolder.of(contents), problems, path);
        if (reverse == null || problems.hasErrors()) {
            throw new MappingProblems(problems.sorted());
        }
        return reverse;
    }

    Program program(String name) {
        Program program = programs.get(name);
        if (program == null) {
            throw new IllegalArgumentException("no mapping '" + name + "' among " + programs.keySet());
        }
        return program;
    }
}
