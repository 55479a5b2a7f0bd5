package org.hotlinegateway.mapping;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the rules of one file share while they are compiled. */
final class FileContext {
    private final String file;
    private final Problems problems;
    private final Set<String> contextNames = new TreeSet<>(ContextValues.all().keySet());
    private final ReadPaths reads = new ReadPaths();
    private final Guards guards = new Guards();
    private final Reachable reachable = new Reachable();
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, Place> masked = new HashMap<>();
    private final List<ClearRead> clearReads = new ArrayList<>();
    private final List<String> sentinels = new ArrayList<>();
    private Zone zone = Zone.of("Asia/Shanghai");
    private @Nullable Zone sourceZone;
    private FieldRule.Missing missing = FieldRule.Missing.OMIT;
    private Charset charset = java.nio.charset.StandardCharsets.UTF_8;
    private boolean sourceIsXml;
    private boolean targetIsXml;
    private boolean hasRest;
    private final Set<String> prefixes = new TreeSet<>();
    private final Set<String> sourcePrefixes = new TreeSet<>();
    private Expression.Bounds bounds = Expression.Bounds.USUAL;
    private final List<Place> expressions = new ArrayList<>();

    /** A path read by a rule that does not mask it. */
    record ClearRead(String path, Place place) {}

    FileContext(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** For the way back: the same tables, zones and context values, but readings of its own. */
    FileContext forReverse(boolean swapped) {
        FileContext copy = new FileContext(file, problems);
        copy.contextNames.addAll(contextNames);
        copy.tables.putAll(tables);
        copy.sentinels.addAll(sentinels);
        copy.zones(swapped ? sourceZone() : zone, swapped ? zone : sourceZone);
        copy.missing = missing;
        copy.charset = charset;
        copy.sourceIsXml = swapped ? targetIsXml : sourceIsXml;
        copy.prefixes.addAll(swapped ? sourcePrefixes : prefixes);
        copy.sourcePrefixes.addAll(swapped ? prefixes : sourcePrefixes);
        return copy;
    }

    String file() {
        return file;
    }

    Problems problems() {
        return problems;
    }

    Set<String> contextNames() {
        return contextNames;
    }

    ReadPaths reads() {
        return reads;
    }

    Guards guards() {
        return guards;
    }

    /** What the tests of this file can reach. */
    Reachable reachable() {
        return reachable;
    }

    Map<String, Table> tables() {
        return tables;
    }

    Map<String, Place> masked() {
        return masked;
    }

    List<ClearRead> clearReads() {
        return clearReads;
    }

    /** Texts that count as missing in every rule. */
    List<String> sentinels() {
        return sentinels;
    }

    Zone zone() {
        return zone;
    }

    Zone sourceZone() {
        return sourceZone == null ? zone : sourceZone;
    }

    void zones(Zone target, @Nullable Zone source) {
        this.zone = target;
        this.sourceZone = source;
    }

    FieldRule.Missing missing() {
        return missing;
    }

    void missing(FieldRule.Missing policy) {
        this.missing = policy;
    }

    Charset charset() {
        return charset;
    }

    void charset(Charset target) {
        this.charset = target;
    }

    boolean hasRest() {
        return hasRest;
    }

    void hasRest(boolean rest) {
        this.hasRest = rest;
    }

    boolean targetIsXml() {
        return targetIsXml;
    }

    void targetIsXml(boolean xml) {
        this.targetIsXml = xml;
    }

    boolean sourceIsXml() {
        return sourceIsXml;
    }

    void sourceIsXml(boolean xml) {
        this.sourceIsXml = xml;
    }

    /** What every expression of the file may take. */
    Expression.Bounds bounds() {
        return bounds;
    }

    void bounds(Expression.Bounds of) {
        this.bounds = of;
    }

    void countExpression(Place place) {
        expressions.add(place);
    }

    /** Where the expressions of the file stand. */
    List<Place> expressions() {
        return expressions;
    }

    /** Prefixes of XML names the source declares. */
    Set<String> sourcePrefixes() {
        return sourcePrefixes;
    }

    /** Prefixes of XML names the target declares. */
    Set<String> prefixes() {
        return prefixes;
    }
}
