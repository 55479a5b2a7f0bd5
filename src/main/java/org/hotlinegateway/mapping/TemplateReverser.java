package org.hotlinegateway.mapping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes a text made by {@code text: "${a}(${b|-})"} apart again. */
final class TemplateReverser {
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder form = new StringBuilder();
    private boolean besideEachOther;

    /** @param otherwise what stands for a missing value, or null */
    private record Part(WayBack way, @Nullable String otherwise) {}

    private TemplateReverser() {}

    static WayBack reverse(Draft draft, Yaml node, Function<Yaml, WayBack> inner) {
        TemplateReverser template = new TemplateReverser();
        template.read(draft, draft.textOf(node, "a text with ${path}"), node.place(), inner);
        return template.way();
    }

    private void read(Draft draft, String text, Place place, Function<Yaml, WayBack> inner) {
        int at = 0;
        for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", at)) {
            int end = text.indexOf('}', start);
            besideEachOther |= start == at && at > 0;
            form.append(Pattern.quote(text.substring(at, start))).append("(.*?)");
            part(draft, text.substring(start + 2, end), place, inner);
            at = end + 1;
        }
        form.append(Pattern.quote(text.substring(at)));
    }

    private void part(Draft draft, String inside, Place place, Function<Yaml, WayBack> inner) {
        int bar = inside.indexOf('|');
        String name = (bar < 0 ? inside : inside.substring(0, bar)).strip();
        Yaml declared = draft.clauses().get("parts") instanceof Yaml.Dict dict ? dict.get(name) : null;
        Yaml rule = declared == null ? new Yaml.Scalar(name, true, place) : declared;
        parts.add(new Part(inner.apply(rule), bar < 0 ? null : inside.substring(bar + 1)));
    }

    private WayBack way() {
        if (besideEachOther) {
            return WayBack.none("parts of the text stand side by side");
        }
        if (parts.stream().allMatch(part -> part.way().isNone())) {
            return WayBack.none("no part of the text has a way back");
        }
        WayBack way = new WayBack();
        parts.forEach(part -> way.join(part.way()));
        if (parts.size() > 1) {
            way.partly("parts are told apart only by the text between them");
        }
        parts.stream()
                .filter(part -> part.otherwise() != null)
                .forEach(part -> way.partly("'" + part.otherwise() + "' may be the default"));
        way.put(put(Pattern.compile(form.toString(), Pattern.DOTALL)));
        return way;
    }

    private Put put(Pattern pattern) {
        return (source, value, frame) -> {
            String text = Value.scalarText(value);
            Matcher matcher = text == null ? null : pattern.matcher(text);
            if (matcher != null && !matcher.matches()) {
                throw new FieldFault(FieldError.Code.VALUE, "does not have the form of the text its rule writes");
            }
            Value at = source;
            for (int i = 0; i < parts.size(); i++) {
                Value part = matcher == null ? null : part(parts.get(i), matcher.group(i + 1));
                at = parts.get(i).way().put().into(at, part, frame);
            }
            return at;
        };
    }

    private static @Nullable Value part(Part part, String text) {
        return text.isEmpty() || text.equals(part.otherwise()) ? null : new Value.Text(text);
    }
}
