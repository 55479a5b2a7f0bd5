package org.hotlinegateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manuals name only configuration keys, folders and packages that exist. */
class DocumentsTest {
    private static final Pattern ROW = Pattern.compile("^\\| (`[^|]+) \\|", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Pattern PACKAGE = Pattern.compile("^\\| `([a-z]+)` \\|", Pattern.MULTILINE);
    private static final Path MAIN = Path.of("src/main/java/org/hotlinegateway");

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("gateway.ledger.", "ledger.LedgerSettings"),
            Map.entry("gateway.attachments.", "attachment.AttachmentSettings"),
            Map.entry("gateway.flow.", "flow.FlowSettings"),
            Map.entry("gateway.mappings.", "flow.MappingSettings"),
            Map.entry("gateway.staff.", "console.StaffSettings"),
            Map.entry("gateway.desk.", "delivery.DeskSettings"),
            Map.entry("gateway.reconciliation.", "flow.ReconcileSettings"),
            Map.entry("gateway.door.", "intake.DoorProperties$Door"),
            Map.entry("gateway.door.backlog.", "intake.DoorProperties$Backlog"),
            Map.entry("gateway.simulator.", "simulator.SimulatorSettings"),
            Map.entry("gateway.peers.<系统>.", "peer.PeerProfile"));

    @Test
    void everyConfigurationKeyOfTheManualExists() throws Exception {
        Set<String> known = new TreeSet<>(Set.of("gateway.data-dir", "gateway.routes-dir", "gateway.mappings-dir"));
        known.addAll(Set.of("gateway.keys", "gateway.vault.key-file", "gateway.instance"));
        assertThat(known).allSatisfy(key -> assertThat(sources()).contains(key));
        known.addAll(Set.of("gateway.supervision.*", "gateway.alerts.*"));
        for (Map.Entry<String, String> settings : SETTINGS.entrySet()) {
            keysOf(settings.getValue()).forEach(key -> known.add(settings.getKey() + key));
        }
        assertThat(documentedKeys()).hasSizeGreaterThan(20).isSubsetOf(known);
    }

    @Test
    void thePackagesOfTheArchitectureAreThoseOfTheCode() throws IOException {
        List<String> documented = PACKAGE.matcher(Files.readString(Path.of("docs/architecture.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
        try (Stream<Path> folders = Files.list(MAIN)) {
            assertThat(documented)
                    .containsExactlyInAnyOrderElementsOf(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .toList());
        }
    }

    /** Keys in the first column of a table; {@code .user} continues the key before it. */
    private static List<String> documentedKeys() throws IOException {
        List<String> keys = new ArrayList<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("docs/operating.md")));
        while (row.find()) {
            NAME.matcher(row.group(1)).results().map(match -> match.group(1)).forEach(name -> {
                boolean isShort = name.startsWith(".");
                keys.add(isShort ? parentOf(keys.get(keys.size() - 1)) + name : name);
            });
        }
        keys.removeIf(key -> !key.startsWith("gateway."));
        return keys;
    }

    private static String parentOf(String key) {
        return key.substring(0, key.lastIndexOf('.'));
    }

    private static List<String> keysOf(String settings) throws ClassNotFoundException {
        return Stream.of(Class.forName("org.hotlinegateway." + settings).getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|yaml)"))
                    .map(DocumentsTest::read)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new IllegalStateException("src/main cannot be read.", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read.", e);
        }
    }
}
