package org.hotlinegateway.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hotlinegateway.mapping.FieldSigner;
import org.hotlinegateway.mapping.Mapping;
import org.hotlinegateway.mapping.MappingContext;
import org.hotlinegateway.mapping.MappingSet;
import org.springframework.util.FileSystemUtils;

/** Who converts, by ends and name. */
final class Contenders {
    static final String GATEWAY = "gateway";
    static final String STREAMING = "streaming by hand";
    static final String TREE = "tree by hand";
    static final List<String> ENGINES = List.of("JSLT", "JOLT", "JSONata", "jackson-jq");
    static final String CARELESS = "JSLT, dates cut";
    /** Who takes dates for texts and gives a wrong time where a sender writes another offset; JOLT knows no dates. */
    static final Set<String> WITHOUT_DATES = Set.of(CARELESS, "JOLT");

    static final MappingContext CONTEXT =
            new MappingContext(Instant.parse("2021-09-10T01:00:02Z"), Map.of(), FieldSigner.NONE);

    private Contenders() {}

    /** Which message goes in and what comes out. */
    enum Ends {
        JSON_TO_JSON("case-to-order"),
        JSON_TO_XML("case-to-order-in-xml"),
        XML_TO_JSON("order-to-case");

        private final String mapping;

        Ends(String mapping) {
            this.mapping = mapping;
        }

        String mapping() {
            return mapping;
        }

        List<String> contenders() {
            return this == JSON_TO_JSON
                    ? Stream.concat(Stream.of(STREAMING, GATEWAY, TREE, CARELESS), ENGINES.stream())
                            .toList()
                    : List.of(STREAMING, GATEWAY);
        }

        /** Whether what goes in may be written with other offsets. */
        boolean readsOffsets() {
            return this != XML_TO_JSON;
        }

        byte[] source(String size) throws Exception {
            byte[] json = size.equals("1.6 KB") ? Messages.small() : Messages.large();
            return this == XML_TO_JSON ? of(JSON_TO_XML, GATEWAY).convert(json) : json;
        }
    }

    static Contender of(Ends ends, String name) throws Exception {
        return switch (name) {
            case GATEWAY -> gateway(mappings().mapping(ends.mapping()));
            case STREAMING -> streaming(ends);
            case TREE -> CaseByTree::convert;
            case "JSLT" -> OtherEngines.jslt("dates-read.jslt");
            case CARELESS -> OtherEngines.jslt("dates-cut.jslt");
            case "JOLT" -> OtherEngines.jolt();
            case "JSONata" -> OtherEngines.jsonata();
            case "jackson-jq" -> OtherEngines.jq();
            default -> throw new IllegalArgumentException("no contender '" + name + "'");
        };
    }

    private static Contender gateway(Mapping mapping) {
        return source -> mapping.apply(source, CONTEXT).bytes();
    }

    private static Contender streaming(Ends ends) {
        return switch (ends) {
            case JSON_TO_JSON -> source -> OrderAsJson.write(CaseByStreaming.read(source), source.length);
            case JSON_TO_XML -> source -> OrderAsXml.write(CaseByStreaming.read(source), source.length);
            case XML_TO_JSON -> source -> CaseAsJson.write(OrderByStreaming.read(source), source.length);
        };
    }

    /** The mappings beside this test, and the XML twin of the one that makes an order. */
    static MappingSet mappings() throws IOException {
        Path folder = Files.createTempDirectory("bench");
        try {
            return mappings(folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static MappingSet mappings(Path folder) throws IOException {
        copy(Messages.FOLDER, folder);
        String json = Messages.text("case-to-order.map.yaml");
        String xml = json.replace("mapping: case-to-order", "mapping: case-to-order-in-xml")
                .replace("target: { format: json,", "target: { format: xml, root: ORDER, encoding: GBK,");
        Files.writeString(folder.resolve("case-to-order-in-xml.map.yaml"), xml, StandardCharsets.UTF_8);
        return MappingSet.load(folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
