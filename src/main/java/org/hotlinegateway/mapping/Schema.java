package org.hotlinegateway.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The part of a JSON Schema that mapping files are checked against: properties, items, {@code $ref} into
 * {@code $defs}, type, enum, maxLength, required, additionalProperties, title. An object that lists properties is
 * closed unless it says {@code additionalProperties: true}.
 */
public final class Schema {
    private final String file;
    private String type = "";
    private String title = "";
    private String format = "";
    private boolean open = true;
    private boolean sealed;
    private int maxLength = Integer.MAX_VALUE;
    private @Nullable Schema items;
    private final Map<String, Schema> properties = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final List<String> allowed = new ArrayList<>();

    private Schema(String file) {
        this.file = file;
    }

    /**
     * Builds a schema.
     *
     * @param beside finds the schema in another file of the same folder
     * @throws SyntaxFault when the document is no schema of the supported kind
     */
    static Schema of(String file, Value document, Function<String, Schema> beside) {
        return new Loader(file, document, beside).load(document);
    }

    /**
     * Reads a schema below a mappings folder.
     *
     * @param name with slashes, such as {@code schemas/case-event.schema.json}
     * @throws IllegalArgumentException when there is no such file or it is no JSON Schema
     */
    public static Schema read(Path mappingsDir, String name) {
        try {
            return new MappingFolder(mappingsDir).schema(name);
        } catch (SyntaxFault fault) {
            throw new IllegalArgumentException(fault.text(), fault);
        }
    }

    public String file() {
        return file;
    }

    public String title() {
        return title;
    }

    public String type() {
        return type;
    }

    public String format() {
        return format;
    }

    public boolean isOpen() {
        return open;
    }

    /** It says itself that it has no other fields. */
    boolean isSealed() {
        return sealed;
    }

    public boolean isArray() {
        return type.equals("array");
    }

    public boolean isObject() {
        return type.equals("object") || !properties.isEmpty();
    }

    public @Nullable Schema items() {
        return items;
    }

    public @Nullable Schema property(String name) {
        return properties.get(name);
    }

    public Map<String, Schema> properties() {
        return properties;
    }

    public Set<String> required() {
        return required;
    }

    public List<String> allowed() {
        return allowed;
    }

    public int maxLength() {
        return maxLength;
    }

    /** The type a scalar of this schema takes; null when it may take any. */
    ConvertSteps.@Nullable Type scalarType() {
        return switch (type) {
            case "string" -> ConvertSteps.Type.TEXT;
            case "integer" -> ConvertSteps.Type.INTEGER;
            case "number" -> ConvertSteps.Type.NUMBER;
            case "boolean" -> ConvertSteps.Type.BOOLEAN;
            default -> null;
        };
    }

    /** Builds schemas; a definition met again is the same object, so that recursion ends. */
    private static final class Loader {
        private final String file;
        private final Value root;
        private final Function<String, Schema> beside;
        private final Map<String, Schema> byReference = new LinkedHashMap<>();

        Loader(String file, Value root, Function<String, Schema> beside) {
            this.file = file;
            this.root = root;
            this.beside = beside;
        }

        Schema load(@Nullable Value node) {
            if (!(node instanceof Value.Obj obj)) {
                return new Schema(file);
            }
            String reference = Value.scalarText(obj.get("$ref"));
            return reference == null ? fill(new Schema(file), obj) : referenced(reference);
        }

        private Schema referenced(String reference) {
            if (!reference.startsWith("#")) {
                return beside.apply(reference);
            }
            Schema known = byReference.get(reference);
            if (known != null) {
                return known;
            }
            Schema fresh = new Schema(file);
            byReference.put(reference, fresh);
            return target(reference) instanceof Value.Obj obj ? fill(fresh, obj) : fresh;
        }

        private Value target(String reference) {
            Value at = root;
            for (String step : reference.replaceFirst("^#/?", "").split("/")) {
                Value next = at instanceof Value.Obj obj ? obj.get(step) : null;
                if (next == null) {
                    throw new SyntaxFault("$ref '" + reference + "' leads nowhere in " + file);
                }
                at = next;
            }
            return at;
        }

        private Schema fill(Schema schema, Value.Obj obj) {
            schema.type = type(obj.get("type"));
            schema.title = text(obj.get("title"));
            schema.format = text(obj.get("format"));
            if (obj.get("properties") instanceof Value.Obj fields) {
                for (int i = 0; i < fields.size(); i++) {
                    schema.properties.put(fields.name(i), load(fields.value(i)));
                }
            }
            schema.items = obj.get("items") == null ? null : load(obj.get("items"));
            texts(obj.get("required"), schema.required);
            texts(obj.get("enum"), schema.allowed);
            String length = text(obj.get("maxLength"));
            schema.maxLength = length.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(length);
            String additional = text(obj.get("additionalProperties"));
            schema.sealed = additional.equals("false");
            schema.open = additional.equals("true") || schema.properties.isEmpty() && !additional.equals("false");
            return schema;
        }

        /** Of several types the first that is not null. */
        private static String type(@Nullable Value type) {
            if (type instanceof Value.Arr arr) {
                return arr.items().stream()
                        .map(item -> text(item))
                        .filter(name -> !name.equals("null"))
                        .findFirst()
                        .orElse("");
            }
            return text(type);
        }

        private static String text(@Nullable Value value) {
            String text = Value.scalarText(value);
            return text == null ? "" : text;
        }

        private static void texts(@Nullable Value value, java.util.Collection<String> into) {
            if (value instanceof Value.Arr arr) {
                arr.items().forEach(item -> into.add(text(item)));
            }
        }
    }
}
