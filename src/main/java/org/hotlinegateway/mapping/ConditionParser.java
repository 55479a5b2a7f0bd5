package org.hotlinegateway.mapping;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads conditions: one line of text, or {@code all:}, {@code any:}, {@code not:}. */
final class ConditionParser {
    private static final Map<String, Condition.Order> ORDERS = Map.of(
            "=", Condition.Order.EQUAL,
            "!=", Condition.Order.NOT_EQUAL,
            "<", Condition.Order.LESS,
            "<=", Condition.Order.AT_MOST,
            ">", Condition.Order.GREATER,
            ">=", Condition.Order.AT_LEAST);
    private static final Set<String> TWO_WORDS = Set.of("is", "starts", "ends");

    private final Scope scope;

    ConditionParser(Scope scope) {
        this.scope = scope;
    }

    Condition parse(Yaml node) {
        if (node instanceof Yaml.Scalar scalar) {
            try {
                return line(scalar.text().strip(), scalar.place());
            } catch (SyntaxFault fault) {
                scope.problems().error(scalar.place(), "condition", fault.text());
                return Condition.UNKNOWN;
            }
        }
        return node instanceof Yaml.Dict dict && dict.entries().size() == 1 ? group(dict) : unreadable(node);
    }

    private Condition unreadable(Yaml node) {
        scope.problems()
                .error(node.place(), "condition", "a condition is one line of text, or one of all:, any:, not:");
        return Condition.UNKNOWN;
    }

    private Condition group(Yaml.Dict dict) {
        Map.Entry<String, Yaml.Entry> only = dict.each().iterator().next();
        Yaml value = only.getValue().value();
        return switch (only.getKey()) {
            case "all" -> list(value, Condition.All::new);
            case "any" -> list(value, Condition.Any::new);
            case "not" -> new Condition.Not(parse(value));
            default -> unreadable(dict);
        };
    }

    private Condition list(Yaml value, Function<List<Condition>, Condition> joined) {
        if (!(value instanceof Yaml.Seq seq)) {
            return unreadable(value);
        }
        return joined.apply(seq.items().stream().map(this::parse).toList());
    }

    private Condition line(String text, Place place) {
        if (text.startsWith("any of ") || text.startsWith("all of ")) {
            return ofItems(text, place);
        }
        int end = endOfPath(text);
        Path path = scope.touch(text.substring(0, end), place);
        String rest = text.substring(end).strip();
        String operator = operator(rest);
        String argument = rest.substring(operator.length()).strip();
        Condition condition = condition(path, operator.replaceAll("\\s+", " "), argument, text);
        new ConditionChecks(scope).check(condition, place);
        return condition;
    }

    private Condition ofItems(String text, Place place) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new SyntaxFault("expected '" + text.substring(0, 6) + " PATH: condition'");
        }
        Path path = scope.touch(text.substring(7, colon).strip(), place);
        Condition inner = new ConditionParser(scope.inner(path))
                .line(text.substring(colon + 1).strip(), place);
        return new Condition.OfItems(path, inner, text.startsWith("all"));
    }

    private static int endOfPath(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            if (!quoted && (Character.isWhitespace(c) || "=!<>".indexOf(c) >= 0)) {
                return i;
            }
        }
        throw new SyntaxFault("condition '" + text + "' has no operator. Operators: " + operators());
    }

    private static String operator(String rest) {
        int end = 0;
        while (end < rest.length() && "=!<>".indexOf(rest.charAt(end)) >= 0) {
            end++;
        }
        if (end > 0) {
            return rest.substring(0, end);
        }
        String[] words = rest.split("\\s+", 3);
        return words.length > 1 && TWO_WORDS.contains(words[0])
                ? rest.substring(0, rest.indexOf(words[1], words[0].length()) + words[1].length())
                : words[0];
    }

    private Condition condition(Path path, String operator, String argument, String text) {
        Condition.Order order = ORDERS.get(operator);
        if (order != null) {
            return argument.startsWith("$")
                    ? new Condition.CompareContext(path, order, scope.touch(argument, path.place()))
                    : new Condition.Compare(path, order, literal(argument, text));
        }
        return switch (operator) {
            case "in" -> new Condition.In(path, literals(argument, text));
            case "is missing" -> new Condition.Missing(path, true);
            case "is present" -> new Condition.Missing(path, false);
            case "is null" -> new Condition.IsNull(path);
            case "starts with" ->
                new Condition.Affix(path, literal(argument, text).text(), true);
            case "ends with" ->
                new Condition.Affix(path, literal(argument, text).text(), false);
            case "contains" -> new Condition.Contains(path, literal(argument, text));
            case "matches" -> new Condition.Matches(path, pattern(unquoted(argument)));
            default ->
                throw new SyntaxFault("unknown operator '" + operator + "'. Operators: " + operators() + "."
                        + Near.hint(operator, Condition.OPERATORS));
        };
    }

    static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new SyntaxFault("not a regular expression of the linear-time engine: " + e.getDescription());
        }
    }

    private static String unquoted(String argument) {
        boolean quoted = argument.length() > 1 && argument.startsWith("'") && argument.endsWith("'");
        return quoted ? argument.substring(1, argument.length() - 1).replace("''", "'") : argument;
    }

    private static Literal literal(String argument, String text) {
        if (argument.isEmpty()) {
            throw new SyntaxFault("condition '" + text + "' ends where a literal was expected");
        }
        if (argument.startsWith("'")) {
            return Literal.of(unquoted(argument), true);
        }
        if (argument.equals("null")) {
            throw new SyntaxFault("compare with null by 'is null', 'is missing' or 'is present'");
        }
        if (argument.chars().anyMatch(Character::isWhitespace)) {
            throw new SyntaxFault("put text with blanks in single quotes: '" + argument + "'");
        }
        return Literal.of(argument, false);
    }

    /** {@code A B 'c d'}, with commas or brackets if one likes. */
    private static List<Literal> literals(String argument, String text) {
        String inner = argument.matches("[\\[(].*[\\])]") ? argument.substring(1, argument.length() - 1) : argument;
        List<Literal> found = new ArrayList<>();
        var tokens = java.util.regex.Pattern.compile("'(?:[^']|'')*'|[^\\s,']+").matcher(inner);
        while (tokens.find()) {
            found.add(literal(tokens.group(), text));
        }
        if (found.isEmpty()) {
            throw new SyntaxFault("condition '" + text + "' ends where a literal was expected");
        }
        return List.copyOf(found);
    }

    private static String operators() {
        return "= != < <= > >= in, is missing, is present, is null, starts with, ends with, contains, matches";
    }
}
