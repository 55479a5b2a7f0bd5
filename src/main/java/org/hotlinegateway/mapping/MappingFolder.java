package org.hotlinegateway.mapping;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The folder of mapping files; remembers everything read from it, so that a set can be named by its contents. */
final class MappingFolder {
    private final Path root;
    private final Reading reading;
    private final Map<String, byte[]> contents = new TreeMap<>();
    private final Map<String, TableFile> tables = new HashMap<>();
    private final Map<String, Schema> schemas = new HashMap<>();

    MappingFolder(Path root) {
        this(root, Files::readAllBytes);
    }

    private MappingFolder(Path root, Reading reading) {
        this.root = root.toAbsolutePath().normalize();
        this.reading = reading;
    }

    /** Files that are held in memory, by name with slashes. */
    static MappingFolder of(Map<String, byte[]> files) {
        Path root = Path.of("").toAbsolutePath().normalize();
        return new MappingFolder(root, file -> {
            byte[] bytes = files.get(root.relativize(file).toString().replace('\\', '/'));
            if (bytes == null) {
                throw new NoSuchFileException(file.toString());
            }
            return bytes;
        });
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
            changed.schemas.remove(name);
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
        MappingFolder copy = new MappingFolder(root, reading);
        copy.contents.putAll(contents);
        copy.tables.putAll(tables);
        copy.schemas.putAll(schemas);
        return copy;
    }

    /** Where the bytes of a file come from. */
    private interface Reading {
        byte[] bytes(Path file) throws IOException;
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
        } catch (IOException e) {
            throw new SyntaxFault("no file '" + name + "' in the mappings folder");
        }
    }

    TableFile table(String name) {
        TableFile known = tables.get(name);
        TableFile table = known == null ? TableFile.parse(name, text(name)) : known;
        tables.put(name, table);
        return table;
    }

    /** @throws SyntaxFault when there is no such file or it is no JSON Schema */
    Schema schema(String name) {
        Schema known = schemas.get(name);
        if (known != null) {
            return known;
        }
        try {
            String folder = name.substring(0, name.lastIndexOf('/') + 1);
            Schema schema = Schema.of(name, JsonReader.parse(bytes(name)), other -> schema(folder + other));
            schemas.put(name, schema);
            return schema;
        } catch (FieldFault fault) {
            throw new SyntaxFault("schema '" + name + "' " + fault.text());
        }
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
