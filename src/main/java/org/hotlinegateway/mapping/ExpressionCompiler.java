package org.hotlinegateway.mapping;

import com.dashjoin.jsonata.JException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles {@code expr} with its {@code in} and {@code type}. */
final class ExpressionCompiler {
    private static final Source NOTHING = frame -> null;

    private final Draft draft;
    private final Map<String, Path> inputs = new LinkedHashMap<>();
    private final Map<String, Schema> known = new LinkedHashMap<>();

    private ExpressionCompiler(Draft draft) {
        this.draft = draft;
    }

    static Source compile(Draft draft, Yaml node) {
        return new ExpressionCompiler(draft).source(node);
    }

    private Source source(Yaml node) {
        FileContext context = draft.scope().context();
        context.countExpression(node.place());
        ConvertSteps.Type type = type();
        inputs();
        String text = draft.textOf(node, "an expression");
        try {
            ExpressionNode root = ExpressionNode.parse(text);
            if (draft.has("in")) {
                ExpressionNames.check(root, known, fault -> draft.problems().error(node.place(), "expr", fault));
            }
            return type == null ? NOTHING : Expression.of(text, inputs, type, context.bounds());
        } catch (JException fault) {
            draft.problems().error(node.place(), "expr", unreadable(fault));
        } catch (StackOverflowError fault) {
            draft.problems().error(node.place(), "expr", "the expression is nested too deep");
        }
        return NOTHING;
    }

    private static String unreadable(JException fault) {
        return "not a JSONata expression: " + fault.getMessage();
    }

    private ConvertSteps.@Nullable Type type() {
        String word = draft.text("type");
        if (word == null) {
            draft.error(
                    draft.clauses().place(), "'expr' needs 'type', what it gives: text, number, integer or boolean");
            return null;
        }
        ConvertSteps.Type type = ConvertSteps.Type.of(word);
        if (type == null) {
            draft.error(draft.placeOf("type"), "'type' is text, number, integer or boolean, found '" + word + "'");
        }
        return type;
    }

    private void inputs() {
        Yaml in = draft.clauses().get("in");
        if (!(in instanceof Yaml.Dict dict) || dict.entries().isEmpty()) {
            draft.error(
                    in == null ? draft.clauses().place() : in.place(),
                    "'expr' needs 'in', what it reads: { name: PATH }");
            return;
        }
        for (Map.Entry<String, Yaml.Entry> entry : dict.each()) {
            Path path = draft.read(entry.getValue().value());
            inputs.put(entry.getKey(), path);
            known.put(entry.getKey(), draft.scope().quietly(path));
        }
    }
}
