package org.hotlinegateway.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hotlinegateway.mapping.FieldError;
import org.hotlinegateway.mapping.Mapped;
import org.hotlinegateway.mapping.MappingContext;
import org.hotlinegateway.mapping.MappingFailure;
import org.hotlinegateway.mapping.MappingOutline;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.Trial;

/** Makes a test of a mapping file out of a message: masks it, keeps what comes out, adds the test to the file. */
public final class TestMaker {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    private final Path mappingsDir;

    /** @param mappingsDir mapping files, tables, schemas and samples */
    public TestMaker(Path mappingsDir) {
        this.mappingsDir = mappingsDir;
    }

    /**
     * The file of a mapping.
     *
     * @throws IllegalArgumentException when the folder has none
     */
    public Path fileOf(String mapping) {
        try (Stream<Path> files = Files.walk(mappingsDir)) {
            return files.filter(file -> file.endsWith(mapping + ".map.yaml"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no file of mapping '" + mapping + "'"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the mappings folder", e);
        }
    }

    /**
     * Makes a test; nothing is written yet.
     *
     * @param mappingFile a mapping file of the folder
     * @param given time and context values of the conversion; they become part of the test
     * @param name what the test shows
     * @throws org.hotlinegateway.mapping.MappingProblems when the file has errors
     * @throws IllegalArgumentException when the message or the file does not allow it
     */
    public MadeTest of(Path mappingFile, byte[] message, MappingContext given, String name) {
        MappingContext context = ofTests(given);
        MappingSet set = MappingSet.load(mappingsDir, List.of(mappingFile));
        MappingOutline outline = MappingOutline.of(set, set.names().iterator().next());
        MaskedSample sample = MaskedSample.of(set, outline, message, context);
        Trial trial = new Trial(mappingsDir);
        String base = base(trial, outline, name);
        Map<String, byte[]> files = new LinkedHashMap<>();
        String in = base + ".in." + ending(outline.source());
        files.put(in, sample.message());
        TestEntry entry = new TestEntry(name, in);
        entry.at(context.now().atZone(ZONE).format(TIME)).context(context.values());
        expect(entry, set, outline, sample.message(), context, base, files);
        String text = entry.appendedTo(trial.text(outline.file()));
        files.put(outline.file(), text.getBytes(StandardCharsets.UTF_8));
        return checked(trial, new MadeTest(outline.file(), name, entry.text(""), files, sample.notes()));
    }

    private static void expect(
            TestEntry entry,
            MappingSet set,
            MappingOutline outline,
            byte[] message,
            MappingContext context,
            String base,
            Map<String, byte[]> files) {
        try {
            Mapped mapped = set.mapping(outline.name()).apply(message, context);
            String out = base + ".expected." + ending(outline.target());
            files.put(out, MessageText.readable(outline.target().format(), mapped.bytes()));
            entry.expect(out);
        } catch (MappingFailure failure) {
            entry.errors(failure.errors().stream().map(TestMaker::error).toList());
        }
    }

    /** Tests know whole seconds and no secrets: a signed field shows its scheme. */
    private static MappingContext ofTests(MappingContext context) {
        return new MappingContext(
                context.now().truncatedTo(ChronoUnit.SECONDS),
                context.values(),
                (scheme, siblings, charset) -> "signed by " + scheme);
    }

    private static Map.Entry<String, String> error(FieldError error) {
        String word = error.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Map.entry(error.target().isEmpty() ? "." : error.target(), word);
    }

    private static MadeTest checked(Trial trial, MadeTest made) {
        List<String> wrong = trial.differences(made.mappingFile(), made.name(), made.files());
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("the test made would fail at " + String.join("; ", wrong));
        }
        return made;
    }

    /** A name no sample has yet. */
    private static String base(Trial trial, MappingOutline outline, String name) {
        String slug = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        String trimmed = slug.replaceAll("^-|-$", "");
        String base = "samples/" + outline.name() + "/" + (trimmed.isEmpty() ? "message" : trimmed);
        String free = base;
        for (int i = 2; trial.holds(free + ".in." + ending(outline.source())); i++) {
            free = base + "-" + i;
        }
        return free;
    }

    private static String ending(MappingOutline.End end) {
        return end.format().equals("json-in-text") ? "json" : end.format();
    }
}
