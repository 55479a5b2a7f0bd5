package org.hotlinegateway.mapping;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The folder of mapping files; remembers everything read from it, so that a set can be named by its contents. */
final class MappingFolder {
    private final Path root;
    private final Reading reading;
    private final Map<String, byte[]> contents;
    private final Map<String, TableFile> tables;
    private final Map<String, ReadSchema> schemas;
    private final Set<String> used = new TreeSet<>();

    /** A schema and the names of all files it was read from. */
    private record ReadSchema(Schema schema, Set<String> files) {}

    MappingFolder(Path root) {
        this(new OnDisk(root.toAbsolutePath().normalize()));
    }

    private MappingFolder(Reading reading) {
        this(reading.root(), reading, new TreeMap<>(), new HashMap<>(), new HashMap<>());
    }

    private MappingFolder(
            Path root,
            Reading reading,
            Map<String, byte[]> contents,
            Map<String, TableFile> tables,
            Map<String, ReadSchema> schemas) {
        this.root = root;
        this.reading = reading;
        this.contents = contents;
        this.tables = tables;
        this.schemas = schemas;
    }

    /** Files that are held in memory, by name with slashes. */
    static MappingFolder of(Map<String, byte[]> files) {
        return new MappingFolder(new InMemory(Path.of("").toAbsolutePath().normalize(), files));
    }

    /** The same folder with another text of one file; what was read of the others is not read again. */
    MappingFolder withText(String name, String text) {
        return with(Map.of(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same folder with other contents of some files. */
    MappingFolder with(Map<String, byte[]> files) {
        MappingFolder changed = copy();
        files.forEach((name, bytes) -> {
            changed.tables.remove(name);
            changed.schemas.values().removeIf(schema -> schema.files().contains(name));
            changed.contents.put(name, bytes);
        });
        return changed;
    }

    /** Whether there is such a file. */
    boolean holds(String name) {
        try {
            aside(name);
            return true;
        } catch (SyntaxFault absent) {
            return false;
        }
    }

    /** The same folder with other rows of one table. */
    MappingFolder withTable(TableFile table) {
        MappingFolder changed = copy();
        changed.tables.put(table.file(), table);
        return changed;
    }

    private MappingFolder copy() {
        return new MappingFolder(root, reading, new TreeMap<>(contents), new HashMap<>(tables), new HashMap<>(schemas));
    }

    /** The same folder for one who asks later what files were {@link #used()}; what is read is read for both. */
    MappingFolder noting() {
        return new MappingFolder(root, reading, contents, tables, schemas);
    }

    /** The files of the set that were asked for here and found, by name. */
    Map<String, byte[]> used() {
        Map<String, byte[]> files = new TreeMap<>(contents);
        files.keySet().retainAll(used);
        return files;
    }

    /** The same folder with nothing but what was read of it. */
    MappingFolder closed() {
        return new MappingFolder(root, new InMemory(root, Map.of()), contents, tables, schemas);
    }

    /** Takes over what an earlier folder made of tables and schemas whose files are the same here. */
    void takeOver(MappingFolder earlier) {
        earlier.tables.forEach((name, table) -> {
            if (isSame(name, earlier)) {
                tables.putIfAbsent(name, table);
            }
        });
        earlier.schemas.forEach((name, schema) -> {
            if (schema.files().stream().allMatch(file -> isSame(file, earlier))) {
                schemas.putIfAbsent(name, schema);
            }
        });
    }

    private boolean isSame(String name, MappingFolder earlier) {
        byte[] before = earlier.contents.get(name);
        return before != null && holds(Map.of(name, before));
    }

    /** Whether all these files are here with the same bytes; reads them for nobody. */
    boolean holds(Map<String, byte[]> files) {
        try {
            return files.entrySet().stream().allMatch(file -> Arrays.equals(aside(file.getKey()), file.getValue()));
        } catch (SyntaxFault absent) {
            return false;
        }
    }

    /** Where the bytes of a file come from. */
    private sealed interface Reading {
        Path root();

        byte[] bytes(Path file) throws IOException;

        /** The files of the folder that this one should be in, or more; by name below the root. */
        Collection<String> beside(Path file);

        default String name(Path file) {
            return root().relativize(file).toString().replace('\\', '/');
        }
    }

    private record OnDisk(Path root) implements Reading {
        @Override
        public byte[] bytes(Path file) throws IOException {
            return Files.readAllBytes(file);
        }

        @Override
        public Collection<String> beside(Path file) {
            try (Stream<Path> files = Files.list(file.resolveSibling(""))) {
                return files.map(this::name).toList();
            } catch (IOException noFolder) {
                return List.of();
            }
        }
    }

    private record InMemory(Path root, Map<String, byte[]> files) implements Reading {
        @Override
        public byte[] bytes(Path file) throws IOException {
            byte[] bytes = files.get(name(file));
            if (bytes == null) {
                throw new NoSuchFileException(file.toString());
            }
            return bytes;
        }

        @Override
        public Collection<String> beside(Path file) {
            return files.keySet();
        }
    }

    /** @throws SyntaxFault when there is no such file below the folder, or it is not UTF-8 */
    String text(String name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes(name)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new SyntaxFault("file '" + name + "' is not UTF-8");
        }
    }

    /** @throws SyntaxFault when there is no such file below the folder */
    byte[] bytes(String name) {
        used.add(name);
        byte[] known = contents.get(name);
        if (known != null) {
            return known;
        }
        byte[] read = read(name);
        contents.put(name, read);
        return read;
    }

    /** Bytes that are no part of the set, such as a sample. */
    byte[] aside(String name) {
        byte[] known = contents.get(name);
        return known == null ? read(name) : known;
    }

    private byte[] read(String name) {
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root)) {
            throw new SyntaxFault("file '" + name + "' lies outside the mappings folder");
        }
        try {
            return reading.bytes(file);
        } catch (NoSuchFileException e) {
            throw new SyntaxFault(
                    "no file '" + name + "' in the mappings folder." + NearFile.hint(name, reading.beside(file)));
        } catch (IOException e) {
            throw new SyntaxFault("file '" + name + "' cannot be read");
        }
    }

    TableFile table(String name) {
        bytes(name);
        TableFile known = tables.get(name);
        TableFile table = known == null ? TableFile.parse(name, text(name)) : known;
        tables.put(name, table);
        return table;
    }

    /** @throws SyntaxFault when there is no such file or it is no JSON Schema */
    Schema schema(String name) {
        ReadSchema read = readSchema(name);
        read.files().forEach(this::bytes);
        return read.schema();
    }

    private ReadSchema readSchema(String name) {
        ReadSchema known = schemas.get(name);
        if (known != null) {
            return known;
        }
        Set<String> files = new TreeSet<>(Set.of(name));
        try {
            Schema schema = Schema.of(name, JsonReader.parse(bytes(name)), other -> beside(name, other, files));
            ReadSchema read = new ReadSchema(schema, files);
            schemas.put(name, read);
            return read;
        } catch (FieldFault fault) {
            throw new SyntaxFault("schema '" + name + "' " + fault.text());
        }
    }

    private Schema beside(String name, String other, Set<String> files) {
        ReadSchema read = readSchema(name.substring(0, name.lastIndexOf('/') + 1) + other);
        files.addAll(read.files());
        return read.schema();
    }

    /** Everything read so far, by name, in the order of names. */
    Map<String, byte[]> contents() {
        return contents;
    }

    /** The name of a file below the folder, with slashes. */
    Optional<String> nameOf(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(root)
                ? Optional.of(root.relativize(absolute).toString().replace('\\', '/'))
                : Optional.empty();
    }
}
