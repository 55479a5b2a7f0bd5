package org.hotlinegateway.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles the {@code tables:} block. */
final class TablesCompiler {
    private final MappingFolder folder;
    private final FileContext context;

    TablesCompiler(MappingFolder folder, FileContext context) {
        this.folder = folder;
        this.context = context;
    }

    void compile(@Nullable Yaml block) {
        if (block instanceof Yaml.Dict tables) {
            for (Map.Entry<String, Yaml.Entry> entry : tables.each()) {
                table(entry.getKey(), entry.getValue());
            }
        } else if (block != null) {
            context.problems().error(block.place(), "table", "'tables' is a map of names");
        }
    }

    private void table(String name, Yaml.Entry entry) {
        Yaml node = entry.value();
        Place place = entry.key().place();
        TableBuilder builder = new TableBuilder(name, context.problems(), place);
        Table table = null;
        if (node instanceof Yaml.Scalar scalar) {
            table = fromFile(scalar.text(), Table.Match.EXACT, builder, node.place());
        } else if (node instanceof Yaml.Dict dict && dict.get("file") instanceof Yaml.Scalar file) {
            keys(dict, "file");
            table = fromFile(file.text(), match(dict), builder, file.place());
        } else if (node instanceof Yaml.Dict dict && dict.get("rows") instanceof Yaml.Dict rows) {
            keys(dict, "rows");
            table = builder.inline(rows, match(dict));
        } else if (node instanceof Yaml.Dict dict) {
            table = builder.inline(dict, Table.Match.EXACT);
        } else {
            context.problems().error(node.place(), "table", "a table is FILE#from->to or a map of codes");
        }
        if (table != null) {
            context.tables().put(name, table);
        } else {
            context.tables().put(name, new Table(name, "", keysOf(node), Table.Match.EXACT, java.util.List.of()));
        }
    }

    private void keys(Yaml.Dict dict, String first) {
        new FileKeys(context.problems()).checkKeys(dict, java.util.List.of(first, "match"), "key of a table");
    }

    private static int keysOf(Yaml node) {
        return node instanceof Yaml.Scalar scalar && scalar.text().contains(",") ? 2 : 1;
    }

    private Table.Match match(Yaml.Dict dict) {
        String match = dict.get("match") instanceof Yaml.Scalar scalar ? scalar.text() : "exact";
        return switch (match) {
            case "exact" -> Table.Match.EXACT;
            case "prefix" -> Table.Match.PREFIX;
            case "regex" -> Table.Match.REGEX;
            default -> {
                context.problems()
                        .error(
                                dict.placeOf("match"),
                                "table",
                                "'match' is exact, prefix or regex, found '" + match + "'");
                yield Table.Match.EXACT;
            }
        };
    }

    private @Nullable Table fromFile(String text, Table.Match match, TableBuilder builder, Place place) {
        int hash = text.indexOf('#');
        if (hash < 0) {
            context.problems().error(place, "table", "table '" + text + "' needs a direction: FILE#from->to");
            return null;
        }
        try {
            return builder.build(folder.table(text.substring(0, hash)), text.substring(hash + 1), match);
        } catch (SyntaxFault fault) {
            context.problems().error(place, "table", fault.text());
            return null;
        }
    }
}
