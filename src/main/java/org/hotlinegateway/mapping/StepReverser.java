package org.hotlinegateway.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Undoes the clauses of one rule; asked in the order of the phases, the last clause is undone first. */
final class StepReverser {
    private final Draft draft;
    private final WayBack way;
    private final ReverseTables tables;
    private final String target;

    StepReverser(Draft draft, WayBack way, ReverseTables tables, String target) {
        this.draft = draft;
        this.way = way;
        this.tables = tables;
        this.target = target;
    }

    void undo() {
        take();
        convert();
        join();
        shape();
        last();
    }

    private void take() {
        if (draft.has("strip")) {
            way.partly("what was stripped is lost");
        }
        if (draft.has("extract")) {
            way.isNone("only the extracted part is in the target");
        }
        split();
        slice();
    }

    private void split() {
        String split = draft.text("split");
        if (split != null && draft.has("part")) {
            way.isNone("only one part is in the target");
        } else if (split != null) {
            way.partly("blank parts are lost");
            way.undo((value, frame) -> joined(value, split));
        }
    }

    private static Value joined(Value value, String separator) {
        List<String> texts = new ArrayList<>();
        for (Value item : value instanceof Value.Arr arr ? arr.items() : List.of(value)) {
            String text = Value.scalarText(item);
            if (text == null || text.contains(separator)) {
                throw new FieldFault(FieldError.Code.VALUE, "has an element that cannot stand between separators");
            }
            texts.add(text);
        }
        return new Value.Text(String.join(separator, texts));
    }

    private void slice() {
        String slice = draft.text("slice");
        Path path = way.path();
        if (slice == null) {
            return;
        }
        if (path == null || draft.has("split")) {
            way.isNone("only a part of the text is in the target");
            return;
        }
        int dots = slice.indexOf("..");
        String to = slice.substring(dots + 2);
        way.partly("only this part of the text is in the target");
        way.put(Puts.slice(
                path,
                way.put(),
                Integer.parseInt(slice.substring(0, dots)),
                to.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(to)));
    }

    private void convert() {
        Yaml table = draft.clauses().get("table");
        if (table != null) {
            tables.undo(draft, draft.textOf(table, "the name of a table"), way, target);
        }
        BigDecimal divisor = draft.decimal("divide");
        if (draft.has("round")) {
            way.isNone("what was rounded is lost");
        } else if (divisor != null) {
            way.undo(Undo.onText(text -> multiplied(text, divisor)));
        }
        if (draft.has("date")) {
            DateReverser.undo(draft, way);
        }
        RuleReverser.typed(way, draft.scope(), draft.has("date") || draft.has("table") ? null : draft.type());
    }

    private static String multiplied(String text, BigDecimal divisor) {
        if (!Numbers.looksNumeric(text)) {
            throw new FieldFault(FieldError.Code.TYPE, "is no number");
        }
        BigDecimal product = new BigDecimal(text).multiply(divisor);
        return (product.signum() == 0 ? BigDecimal.ZERO : product.stripTrailingZeros()).toPlainString();
    }

    private void join() {
        String join = draft.text("join");
        if (join == null) {
            return;
        }
        if (join.isEmpty()) {
            way.isNone("joined without a separator");
            return;
        }
        way.partly("a separator inside an element cannot be told from one between two");
        way.undo((value, frame) -> split(value, join));
    }

    private static Value split(Value value, String separator) {
        String text = Value.scalarText(value);
        List<Value> items = new ArrayList<>();
        for (String part : (text == null ? "" : text).split(java.util.regex.Pattern.quote(separator), -1)) {
            items.add(new Value.Text(part));
        }
        return new Value.Arr(items);
    }

    private void shape() {
        if (draft.has("mask")) {
            way.isNone("what is masked is lost");
        }
        pad();
        affixes();
        if (draft.flag("upper") || draft.flag("lower")) {
            way.partly("upper and lower case are lost");
        }
    }

    private void pad() {
        Yaml pad = draft.clauses().get("pad");
        if (pad != null) {
            String with =
                    pad instanceof Yaml.Dict dict && dict.get("with") instanceof Yaml.Scalar fill ? fill.text() : "0";
            way.partly("padding cannot be told from what was there");
            way.undo(Undo.onText(text -> unpadded(text, with)));
        }
    }

    private static String unpadded(String text, String fill) {
        String at = text;
        while (at.startsWith(fill) && at.length() > fill.length()) {
            at = at.substring(fill.length());
        }
        return at;
    }

    private void affixes() {
        String prefix = cased(draft.text("prefix"));
        String suffix = cased(draft.text("suffix"));
        if (!prefix.isEmpty() || !suffix.isEmpty()) {
            way.undo(Undo.onText(text -> between(text, prefix, suffix)));
        }
    }

    private String cased(@Nullable String affix) {
        String text = affix == null ? "" : affix;
        String upper = draft.flag("upper") ? text.toUpperCase(Locale.ROOT) : text;
        return draft.flag("lower") ? upper.toLowerCase(Locale.ROOT) : upper;
    }

    private static String between(String text, String prefix, String suffix) {
        int length = prefix.length() + suffix.length();
        if (text.length() < length || !text.startsWith(prefix) || !text.endsWith(suffix)) {
            throw new FieldFault(
                    FieldError.Code.VALUE, "does not have the form '" + prefix + "…" + suffix + "' its rule writes");
        }
        return text.substring(prefix.length(), text.length() - suffix.length());
    }

    private void last() {
        if (draft.has("cut")) {
            way.partly("what was cut is lost");
        }
        Yaml otherwise = draft.clauses().get("default");
        if (otherwise != null) {
            String text = draft.textOf(otherwise, "a literal");
            way.partly("'" + text + "' may be the default");
            way.undo((value, frame) -> text.equals(Value.scalarText(value)) ? null : value);
        }
    }
}
