package org.hotlinegateway.mapping;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping file says, rule by rule, for those who read it rather than run it.
 *
 * @param file path below the mappings folder
 * @param tables code tables in the file's order
 * @param rules in the file's order; a rule inside {@code each} follows the rule of its array
 */
public record MappingOutline(
        String file,
        String name,
        String version,
        String title,
        String description,
        End source,
        End target,
        List<TableUse> tables,
        List<Rule> rules) {

    /** Reads a mapping of a checked set once more. */
    public static MappingOutline of(MappingSet set, String mapping) {
        return new OutlineReader(
                        MappingFolder.of(set.contents()), set.program(mapping).file())
                .read();
    }

    /**
     * One end of the conversion.
     *
     * @param format json, xml, form or json-in-text
     * @param root XML root element, or null
     * @param encoding as declared, or null
     * @param field the field that holds the text of a json-in-text message, or null
     * @param schema null where the file names none
     */
    public record End(
            String format,
            @Nullable String root,
            @Nullable String encoding,
            @Nullable String field,
            @Nullable Schema schema) {}

    /**
     * A code table and the direction it is read in.
     *
     * @param file the table's file, empty when it is written in the mapping file
     * @param from key columns, empty when it is written in the mapping file
     * @param to value column, empty when it is written in the mapping file
     * @param match exact, prefix or regex
     * @param rows keys and values as they are looked up
     */
    public record TableUse(String name, String file, List<String> from, String to, String match, List<Row> rows) {
        /** @param line where the row stands in the table's file */
        public record Row(String key, String value, int line) {}
    }

    /**
     * A source field.
     *
     * @param path from the root of the message, positions of {@code each} as {@code []}; or a context value with its $
     * @param title the schema's title, empty when it has none
     */
    public record Field(String path, String title) {}

    /**
     * One rule.
     *
     * @param target target path, positions of {@code each} as {@code []}
     * @param schema of the target field, null where nothing is known
     * @param demanded the target schema requires the field
     * @param reads source fields whose values move
     * @param looks source fields that conditions and arrays only look at
     * @param tables names of the tables it uses
     * @param clauses as written; a path alone is a {@code from}
     */
    public record Rule(
            Place place,
            String target,
            @Nullable Schema schema,
            boolean demanded,
            List<Field> reads,
            List<Field> looks,
            Set<String> tables,
            Yaml.Dict clauses) {
        /** Whether the rule makes an object or an array out of the rules that follow it. */
        public boolean isAbove() {
            return clauses.has("rules");
        }
    }
}
