package org.hotlinegateway.workbench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotlinegateway.mapping.MappingOutline;
import org.hotlinegateway.mapping.MappingSet;
import org.hotlinegateway.mapping.Near;
import org.hotlinegateway.mapping.Schema;
import org.jspecify.annotations.Nullable;

/** Tells who uses a code table, a row, a mapping, a schema, a field or a route of one mapping set. */
public final class BlastRadius {
    /** Code tables that the gateway also reads itself. */
    private static final Set<String> DIRECTORIES = Set.of("tables/units.csv", "tables/halls.csv");

    private final MappingSet set;
    private final List<RouteStep> steps;
    private final Map<String, MappingOutline> outlines = new TreeMap<>();

    public BlastRadius(MappingSet set, List<RouteStep> steps) {
        this.set = set;
        this.steps = steps;
        set.names().forEach(name -> outlines.put(name, MappingOutline.of(set, name)));
    }

    /** @throws BlastFault when nothing of that name is known */
    public Blast of(String name) {
        return Stream.<java.util.function.Function<String, @Nullable Blast>>of(
                        this::table, this::mapping, this::route, this::schema, this::field)
                .map(look -> look.apply(name))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private BlastFault unknown(String name) {
        Set<String> names = new TreeSet<>(outlines.keySet());
        names.addAll(tableFiles());
        steps.forEach(step -> names.add(step.route()));
        outlines.values().forEach(outline -> names.addAll(fieldsOf(outline)));
        return new BlastFault("nothing called '" + name + "'. Expected a code table (tables/x.csv), a row of it"
                + " (tables/x.csv#column=value), a mapping, a schema, a field or a route." + Near.hint(name, names));
    }

    private @Nullable Blast table(String name) {
        int hash = name.indexOf('#');
        String file = hash < 0 ? name : name.substring(0, hash);
        if (!file.endsWith(".csv")) {
            return null;
        }
        String known = tableFiles().stream()
                .filter(table -> table.equals(file) || file.endsWith("/" + table) || table.endsWith("/" + file))
                .findFirst()
                .orElseThrow(() -> unknown(file));
        String rest = hash < 0 ? "" : name.substring(hash + 1);
        return rest.contains("=") ? row(known, rest) : wholeTable(known, rest);
    }

    private Set<String> tableFiles() {
        Set<String> files = new TreeSet<>();
        outlines.values().forEach(outline -> outline.tables().forEach(table -> files.add(table.file())));
        files.remove("");
        return files;
    }

    private Blast wholeTable(String file, String direction) {
        List<Blast.Use> uses = new ArrayList<>();
        outlines.values()
                .forEach(outline -> outline.tables().stream()
                        .filter(use -> use.file().equals(file))
                        .filter(use -> direction.isEmpty() || direction.equals(direction(use)))
                        .forEach(use -> uses.addAll(uses(outline, use, direction(use)))));
        if (uses.isEmpty() && !direction.isEmpty()) {
            throw new BlastFault(
                    "no mapping reads " + file + " as '" + direction + "'." + Near.hint(direction, directions(file)));
        }
        String of = direction.isEmpty() ? file : file + "#" + direction;
        return blast(of, Blast.Kind.TABLE, uses, directoryNote(file));
    }

    private List<String> directions(String file) {
        return outlines.values().stream()
                .flatMap(outline -> outline.tables().stream())
                .filter(use -> use.file().equals(file))
                .map(BlastRadius::direction)
                .distinct()
                .toList();
    }

    private static String direction(MappingOutline.TableUse use) {
        return String.join(",", use.from()) + "->" + use.to();
    }

    private static List<String> directoryNote(String file) {
        return DIRECTORIES.contains(file)
                ? List.of("the gateway also reads " + file + " as its own directory")
                : List.of();
    }

    private Blast row(String file, String wanted) {
        Set<Integer> lines = new TableRows(set.table(file)).linesOf(wanted);
        List<Blast.Use> uses = new ArrayList<>();
        for (MappingOutline outline : outlines.values()) {
            for (MappingOutline.TableUse use : outline.tables()) {
                String codes = use.file().equals(file) ? codes(use, lines) : "";
                uses.addAll(codes.isEmpty() ? List.of() : uses(outline, use, codes));
            }
        }
        return blast(file + "#" + wanted, Blast.Kind.ROW, uses, directoryNote(file));
    }

    private static String codes(MappingOutline.TableUse use, Set<Integer> lines) {
        return use.rows().stream()
                .filter(row -> lines.contains(row.line()))
                .map(row -> row.key() + " → " + row.value())
                .collect(Collectors.joining(", "));
    }

    private static List<Blast.Use> uses(MappingOutline outline, MappingOutline.TableUse table, String how) {
        return outline.rules().stream()
                .filter(rule -> rule.tables().contains(table.name()))
                .map(rule -> use(outline, rule, how))
                .toList();
    }

    private static Blast.Use use(MappingOutline outline, MappingOutline.Rule rule, String how) {
        return new Blast.Use(
                outline.name(),
                rule.place().file(),
                rule.place().line(),
                rule.place().column(),
                rule.target(),
                how);
    }

    private @Nullable Blast mapping(String name) {
        String plain = name.replaceFirst(".*/", "").replaceFirst("\\.map\\.yaml$", "");
        MappingOutline outline = outlines.get(plain);
        if (outline == null) {
            return null;
        }
        return blast(plain, Blast.Kind.MAPPING, Set.of(plain), List.of(), List.of());
    }

    private @Nullable Blast route(String name) {
        String plain = name.replaceFirst(".*/", "").replaceFirst("\\.camel\\.yaml$", "");
        Set<String> mappings = steps.stream()
                .filter(step -> step.route().equals(plain) || (step.file().equals(plain + ".camel.yaml")))
                .map(RouteStep::mapping)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return mappings.isEmpty() ? null : blast(plain, Blast.Kind.ROUTE, mappings, List.of(), List.of());
    }

    private @Nullable Blast schema(String name) {
        int hash = name.indexOf('#');
        String file = hash < 0 ? name : name.substring(0, hash);
        if (!file.endsWith(".json")) {
            return null;
        }
        List<MappingOutline> users = outlines.values().stream()
                .filter(outline -> isOf(outline.source(), file) || isOf(outline.target(), file))
                .toList();
        if (users.isEmpty()) {
            return null;
        }
        if (hash >= 0) {
            return field(file, name.substring(hash + 1));
        }
        Set<String> names = users.stream().map(MappingOutline::name).collect(Collectors.toCollection(TreeSet::new));
        return blast(file, Blast.Kind.SCHEMA, names, List.of(), List.of());
    }

    private static boolean isOf(MappingOutline.End end, String file) {
        Schema schema = end.schema();
        return schema != null
                && (schema.file().equals(file)
                        || schema.file().endsWith("/" + file)
                        || file.endsWith("/" + schema.file()));
    }

    private @Nullable Blast field(String name) {
        return field("", name);
    }

    private @Nullable Blast field(String schema, String path) {
        List<Blast.Use> uses = new ArrayList<>();
        for (MappingOutline outline : outlines.values()) {
            boolean source = schema.isEmpty() || isOf(outline.source(), schema);
            boolean target = schema.isEmpty() || isOf(outline.target(), schema);
            outline.rules()
                    .forEach(rule ->
                            FieldUse.of(rule, path, source, target).forEach(how -> uses.add(use(outline, rule, how))));
        }
        String of = schema.isEmpty() ? path : schema + "#" + path;
        return uses.isEmpty() ? null : blast(of, Blast.Kind.FIELD, uses, List.of());
    }

    private static Set<String> fieldsOf(MappingOutline outline) {
        Set<String> fields = new TreeSet<>();
        outline.rules().forEach(rule -> {
            fields.add(rule.target());
            rule.reads().forEach(field -> fields.add(field.path()));
            rule.looks().forEach(field -> fields.add(field.path()));
        });
        return fields;
    }

    private Blast blast(String of, Blast.Kind kind, List<Blast.Use> uses, List<String> notes) {
        Set<String> mappings = uses.stream().map(Blast.Use::mapping).collect(Collectors.toCollection(TreeSet::new));
        return blast(of, kind, mappings, uses, notes);
    }

    private Blast blast(String of, Blast.Kind kind, Set<String> mappings, List<Blast.Use> uses, List<String> notes) {
        List<Blast.Way> ways = mappings.stream().flatMap(this::ways).toList();
        return new Blast(
                of,
                kind,
                List.copyOf(uses),
                ways,
                sorted(ways.stream().map(Blast.Way::peer)),
                sorted(ways.stream().map(Blast.Way::queue)),
                notes,
                null);
    }

    private static List<String> sorted(Stream<String> names) {
        return names.filter(name -> !name.isEmpty()).distinct().sorted().toList();
    }

    private Stream<Blast.Way> ways(String mapping) {
        List<Blast.Way> ways = steps.stream()
                .filter(step -> step.mapping().equals(mapping))
                .map(step -> new Blast.Way(mapping, step.peer(), step.route(), step.queue(), step.when()))
                .toList();
        return ways.isEmpty() ? Stream.of(withoutRoute(mapping)) : ways.stream();
    }

    /** A receipt is written by the door of the peer in whose folder the mapping lies; reconciliation asks without a route. */
    private Blast.Way withoutRoute(String mapping) {
        MappingOutline outline = outlines.get(mapping);
        String file = outline == null ? "" : outline.file();
        String peer = file.contains("/") ? file.substring(0, file.indexOf('/')) : "";
        return new Blast.Way(mapping, peer, placeOf(mapping), "", "");
    }

    private static String placeOf(String mapping) {
        if (mapping.startsWith("receipt-to-")) {
            return Blast.Way.DOOR;
        }
        boolean reconciles = mapping.startsWith("reconcile-to-") || mapping.endsWith("-list");
        return reconciles ? Blast.Way.RECONCILIATION : "";
    }
}
