package org.hotlinegateway.mapping;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One test of a mapping file: a sample, changes to it, and what must come out. */
final class MappingTest {
    private static final Instant NOW = Instant.parse("2021-09-08T07:53:01Z");
    private static final Set<String> KEYS =
            Set.of("name", "in", "with", "context", "at", "expect", "error", "description");

    private final MappingFolder folder;
    private final Program program;
    private final Yaml.Dict test;
    private final CoverageWatch watch;
    private final List<String> differences = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private Instant now = NOW;

    MappingTest(MappingFolder folder, Program program, Yaml.Dict test, CoverageWatch watch) {
        this.folder = folder;
        this.program = program;
        this.test = test;
        this.watch = watch;
    }

    MappingTests.Outcome run() {
        try {
            checkKeys();
            verify();
        } catch (SyntaxFault fault) {
            differences.add(fault.text());
        } catch (FieldFault fault) {
            differences.add("the sample or the expected message " + fault.text());
        }
        return new MappingTests.Outcome(
                program.name(), test.place().toString(), text("name", "without a name"), List.copyOf(differences));
    }

    Optional<MappingTests.Input> input() {
        try {
            readContext();
            changes();
            MappingContext context =
                    new MappingContext(now, values, (scheme, siblings, charset) -> "signed by " + scheme);
            return Optional.of(new MappingTests.Input(
                    program.name(), text("name", "without a name"), sample(test, folder), context));
        } catch (SyntaxFault unreadable) {
            return Optional.empty();
        }
    }

    private void checkKeys() {
        for (String key : test.entries().keySet()) {
            if (!KEYS.contains(key)) {
                throw new SyntaxFault("unknown key '" + key + "' in a test." + Near.hint(key, KEYS));
            }
        }
        if (!test.has("expect") && !test.has("error")) {
            throw new SyntaxFault("a test without 'expect' or 'error' shows nothing");
        }
    }

    private String text(String key, String otherwise) {
        return test.get(key) instanceof Yaml.Scalar scalar ? scalar.text() : otherwise;
    }

    private void verify() {
        readContext();
        Map<Path, Yaml> changes = changes();
        Run run = program.run(
                new MappingContext(now, values, (scheme, siblings, charset) -> "signed by " + scheme), watch);
        try {
            Value source = changed(program.read(sample(test, folder), run), changes);
            byte[] made = program.apply(source, run).bytes();
            expectNoError();
            compare(made);
        } catch (MappingFailure failure) {
            expectErrors(failure);
            if (test.has("expect")) {
                compare(failure.partial());
            }
        }
    }

    private void readContext() {
        if (test.get("at") instanceof Yaml.Scalar at) {
            now = instant(at.text());
        }
        if (test.get("context") instanceof Yaml.Dict context) {
            context.each()
                    .forEach(entry ->
                            contextValue(entry.getKey(), entry.getValue().value()));
        }
    }

    private void contextValue(String name, Yaml value) {
        String plain = name.startsWith("$") ? name.substring(1) : name;
        String text = value instanceof Yaml.Scalar scalar ? scalar.text() : "";
        if (plain.equals("now")) {
            now = instant(text);
        } else if (!(value instanceof Yaml.Scalar scalar && scalar.isNull())) {
            values.put(plain, text);
        }
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new SyntaxFault("'" + text + "' is no time with offset such as 2021-09-08T15:53:01+08:00");
        }
    }

    /** {@code with:} changes fields of the sample; names with a dollar sign are context. */
    private Map<Path, Yaml> changes() {
        Map<Path, Yaml> changes = new LinkedHashMap<>();
        if (test.get("with") instanceof Yaml.Dict with) {
            for (Map.Entry<String, Yaml.Entry> entry : with.each()) {
                if (entry.getKey().startsWith("$")) {
                    contextValue(entry.getKey(), entry.getValue().value());
                } else {
                    changes.put(
                            PathParser.parse(entry.getKey(), test.place()),
                            entry.getValue().value());
                }
            }
        }
        return changes;
    }

    private Value changed(Value source, Map<Path, Yaml> changes) {
        Value changed = source;
        for (Map.Entry<Path, Yaml> change : changes.entrySet()) {
            boolean typed = !program.file().source().isXml();
            changed = Trees.with(changed, change.getKey().steps(), Trees.of(change.getValue(), typed));
        }
        return changed;
    }

    /** A file below the mappings folder, or the message itself. */
    static byte[] sample(Yaml.Dict test, MappingFolder folder) {
        Yaml in = test.get("in");
        if (in instanceof Yaml.Scalar scalar) {
            String text = scalar.text().strip();
            return isMessage(text) ? text.getBytes(StandardCharsets.UTF_8) : folder.aside(text);
        }
        if (in == null) {
            throw new SyntaxFault("a test needs 'in', a sample file or a message");
        }
        return JsonTarget.bytes(Trees.of(in, true));
    }

    private static boolean isMessage(String text) {
        return text.startsWith("{") || text.startsWith("<") || text.startsWith("[");
    }

    /** Names of the files a test reads beside those of its mapping. */
    static List<String> files(Yaml.Dict test) {
        List<String> files = new ArrayList<>();
        if (test.get("in") instanceof Yaml.Scalar in && !isMessage(in.text().strip())) {
            files.add(in.text().strip());
        }
        if (test.get("expect") instanceof Yaml.Scalar expect) {
            files.add(expect.text());
        }
        return files;
    }

    private void expectNoError() {
        if (test.get("error") instanceof Yaml.Dict errors) {
            errors.entries().keySet().forEach(target -> differences.add(target + ": expected an error, found none"));
        }
    }

    private void expectErrors(MappingFailure failure) {
        Yaml.Dict expected =
                test.get("error") instanceof Yaml.Dict dict ? dict : new Yaml.Dict(new LinkedHashMap<>(), test.place());
        for (FieldError error : failure.errors()) {
            Yaml wanted = expected.get(error.target().isEmpty() ? "." : error.target());
            String found = word(error) + " (" + error.message() + ")";
            if (expected.entries().isEmpty()) {
                differences.add(error.target() + ": unexpected error " + found);
            } else if (wanted instanceof Yaml.Scalar scalar && !fits(scalar.text(), error)) {
                differences.add(error.target() + ": expected error " + scalar.text() + ", found " + found);
            }
        }
        for (String target : expected.entries().keySet()) {
            if (failure.errors().stream().noneMatch(error -> error.target().equals(target.equals(".") ? "" : target))) {
                differences.add(target + ": expected an error, found none");
            }
        }
    }

    private static String word(FieldError error) {
        return error.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean fits(String wanted, FieldError error) {
        return word(error).equals(wanted.toLowerCase(Locale.ROOT).replace('_', '-'))
                || error.message().contains(wanted);
    }

    private void compare(byte[] made) {
        Yaml expect = test.get("expect");
        if (expect instanceof Yaml.Scalar file) {
            Value whole = document(folder.aside(file.text()));
            Trees.compare("", whole, document(made), true, differences);
        } else if (expect instanceof Yaml.Dict dict) {
            Value document = document(made);
            for (Map.Entry<String, Yaml.Entry> entry : dict.each()) {
                Value found = at(entry.getKey(), document);
                Trees.compare(entry.getKey(), Trees.of(entry.getValue().value(), true), found, false, differences);
            }
        }
    }

    private @Nullable Value at(String path, Value document) {
        Run nobody = program.run(MappingContext.at(now), null);
        return PathParser.parse(path, test.place()).resolve(new Frame(nobody, document, null, 0));
    }

    private Value document(byte[] bytes) {
        Run nobody = program.run(MappingContext.at(now), null);
        return DocumentReaders.of(program.file().target()).read(bytes, nobody);
    }
}
