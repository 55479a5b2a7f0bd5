package org.hotlinegateway.mapping;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles what holds for all rules of a file: zones, missing values, context names, sentinels, bounds. */
final class SettingsCompiler {
    private final FileContext context;
    private final FileKeys keys;

    SettingsCompiler(FileContext context, FileKeys keys) {
        this.context = context;
        this.keys = keys;
    }

    void compile(Yaml.Dict dict, Format source, Format target) {
        Zone zone = zone(dict, "zone");
        context.zones(zone == null ? context.zone() : zone, zone(dict, "sourceZone"));
        String missing = keys.optional(dict, "missing");
        if (missing != null) {
            context.missing(RuleCompiler.policy(missing, dict.placeOf("missing"), keys.problems()));
        }
        context.charset(target.charset());
        context.prefixes().addAll(target.namespaces().keySet());
        context.sourcePrefixes().addAll(source.namespaces().keySet());
        context.sourceIsXml(source.isXml());
        context.targetIsXml(target.isXml());
        context.contextNames().addAll(texts(dict.get("context")));
        context.sentinels().addAll(texts(dict.get("sentinels")));
        bounds(dict.get("expressions"));
    }

    static List<String> texts(@Nullable Yaml list) {
        List<String> texts = new ArrayList<>();
        for (Yaml item : list instanceof Yaml.Seq seq ? seq.items() : List.<Yaml>of()) {
            texts.add(item instanceof Yaml.Scalar scalar ? scalar.text() : "");
        }
        return texts;
    }

    private @Nullable Zone zone(Yaml.Dict dict, String key) {
        String name = keys.optional(dict, key);
        try {
            return name == null ? null : Zone.of(name);
        } catch (DateTimeException e) {
            keys.problems().error(dict.placeOf(key), "zone", "no time zone '" + name + "'");
            return null;
        }
    }

    private void bounds(@Nullable Yaml node) {
        if (node == null) {
            return;
        }
        if (!(node instanceof Yaml.Dict dict)) {
            keys.problems().error(node.place(), "shape", "'expressions' is { milliseconds: 1000, depth: 100 }");
            return;
        }
        keys.checkKeys(dict, List.of("milliseconds", "depth"), "key of expressions");
        context.bounds(new Expression.Bounds(
                bound(dict, "milliseconds", Expression.Bounds.USUAL.milliseconds(), 5000),
                bound(dict, "depth", Expression.Bounds.USUAL.depth(), 200)));
    }

    private int bound(Yaml.Dict dict, String key, int usual, int most) {
        String text = keys.text(dict, key, Integer.toString(usual));
        int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            Yaml node = dict.get(key);
            keys.problems()
                    .error(
                            node == null ? dict.place() : node.place(),
                            "shape",
                            "'" + key + "' is a whole number from 1 to " + most + ", found '" + text + "'");
        }
        return Math.max(1, Math.min(number, most));
    }
}
