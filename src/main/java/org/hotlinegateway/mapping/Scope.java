package org.hotlinegateway.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The element a rule is written against: at the top the message, inside {@code each} one element. */
final class Scope {
    private final FileContext context;
    private final @Nullable Scope outer;
    private final @Nullable Schema schema;
    private final List<String> prefix;

    private Scope(FileContext context, @Nullable Scope outer, @Nullable Schema schema, List<String> prefix) {
        this.context = context;
        this.outer = outer;
        this.schema = schema;
        this.prefix = prefix;
    }

    static Scope top(FileContext context, @Nullable Schema schema) {
        return new Scope(context, null, schema, List.of());
    }

    FileContext context() {
        return context;
    }

    /** Whether the element is the message itself. */
    boolean isTop() {
        return outer == null;
    }

    Problems problems() {
        return context.problems();
    }

    List<String> prefix() {
        return prefix;
    }

    /** A path whose value moves, with all below it. */
    Path path(String text, Place place) {
        Path path = checked(text, place);
        record(path, true);
        return path;
    }

    /** A path that is only looked at, by a condition, a count or an {@code each}. */
    Path touch(String text, Place place) {
        Path path = checked(text, place);
        record(path, false);
        return path;
    }

    private Path checked(String text, Place place) {
        try {
            Path path = PathParser.parse(text, place);
            if (path.isContext()) {
                known(path);
            } else {
                prefixes(path);
                schemaOf(path);
            }
            return path;
        } catch (SyntaxFault fault) {
            problems().error(place, "path", fault.text());
            return new Path(text, 0, List.of(), null, place);
        }
    }

    private void prefixes(Path path) {
        for (String name : context.sourceIsXml() ? path.names() : List.<String>of()) {
            int colon = name.indexOf(':');
            if (colon > 0
                    && !context.sourcePrefixes()
                            .contains(name.substring(0, colon).replace("@", ""))) {
                throw new SyntaxFault("prefix '" + name.substring(0, colon) + "' of '" + name
                        + "' is not declared under source.namespaces");
            }
        }
    }

    private void known(Path path) {
        String name = String.valueOf(path.context());
        if (!context.contextNames().contains(name)) {
            problems()
                    .error(
                            path.place(),
                            "context",
                            "unknown context value '$" + name + "'. Context values: $"
                                    + String.join(", $", context.contextNames()) + "."
                                    + Near.hint(name, context.contextNames()));
        }
    }

    private void record(Path path, boolean whole) {
        if (!path.isContext()) {
            Scope from = out(path.up());
            List<String> names = new ArrayList<>(from.prefix);
            names.addAll(path.names());
            context.reads().add(names, whole, context.guards().now());
        }
    }

    /** The absolute path without array positions, for comparing reads of different rules. */
    String absolute(Path path) {
        List<String> names = new ArrayList<>(out(path.up()).prefix);
        names.addAll(path.names());
        return String.join(".", names);
    }

    private Scope out(int levels) {
        Scope at = this;
        for (int i = 0; i < levels && at.outer != null; i++) {
            at = at.outer;
        }
        return at;
    }

    /** The scope of one element of the array at a path. */
    Scope inner(Path path) {
        Schema array = quietly(path);
        Schema element = array != null && array.isArray() ? array.items() : array;
        List<String> names = new ArrayList<>(out(path.up()).prefix);
        names.addAll(path.names());
        return new Scope(context, this, element, names);
    }

    /** The scope of records read out of a text: only the named fields exist. */
    Scope records(Path path) {
        List<String> names = new ArrayList<>(out(path.up()).prefix);
        names.addAll(path.names());
        return new Scope(context, this, null, names);
    }

    @Nullable
    Schema quietly(Path path) {
        try {
            return path.isContext() ? null : schemaOf(path);
        } catch (SyntaxFault alreadyTold) {
            return null;
        }
    }

    /** The schema at a path; null where nothing is known. @throws SyntaxFault when the schema has no such path */
    private @Nullable Schema schemaOf(Path path) {
        Schema at = out(path.up()).schema;
        StringBuilder walked = new StringBuilder();
        for (Path.Step step : path.steps()) {
            if (at == null) {
                return null;
            }
            if (step instanceof Path.Item) {
                at = at.isArray() ? at.items() : at;
            } else {
                at = down(at, ((Path.Field) step).name(), walked, path);
            }
        }
        return at;
    }

    private @Nullable Schema down(Schema at, String name, StringBuilder walked, Path path) {
        if (at.isArray()) {
            throw new SyntaxFault("path '" + path.text() + "' crosses the array '" + walked
                    + "': take one element ([0], [-1]) or use each");
        }
        Schema next = at.property(name);
        ConvertSteps.Type scalar = at.scalarType();
        if (next == null && scalar != null && !name.equals("#text") && !context.sourceIsXml()) {
            throw new SyntaxFault("path '" + path.text() + "' goes on behind '" + walked + "', which is "
                    + scalar.noun() + " and has no fields");
        }
        if (next == null && !at.isOpen() && !name.equals("#text")) {
            String near = Near.nearest(name, at.properties().keySet());
            String whole = walked.isEmpty() ? name : walked + "." + name;
            throw new SyntaxFault("unknown source path '" + whole + "': not in " + at.file() + "."
                    + (near == null
                            ? " Fields there: " + fields(at) + "."
                            : " Did you mean '" + (walked.isEmpty() ? near : walked + "." + near) + "'?"));
        }
        walked.append(walked.isEmpty() ? "" : ".").append(name);
        return next;
    }

    private static String fields(Schema schema) {
        List<String> names = List.copyOf(schema.properties().keySet());
        return names.isEmpty()
                ? "none"
                : String.join(", ", names.subList(0, Math.min(12, names.size()))) + (names.size() > 12 ? ", …" : "");
    }
}
