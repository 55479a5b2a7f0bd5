package org.hotlinegateway.workbench;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hotlinegateway.mapping.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a new mapping file.
 *
 * @param target path of the field
 * @param schema of the field
 * @param required the field must have a value
 * @param guess where the value may come from, null when nothing is near
 */
record SkeletonRule(
        String target,
        Schema schema,
        boolean required,
        @Nullable Guess guess) {
    private static final String TO_FILL = "待定";

    /** Whether the rule works as written; else it is only a hint. */
    boolean isActive() {
        return required || guess != null && guess.closeness().isSure();
    }

    /** Whether a person must put something in the place of an invented value. */
    boolean isToFill() {
        return required && guess == null && schema.allowed().size() != 1;
    }

    /** The rule as a flow map, without its key. */
    String body() {
        Schema value = value();
        if (guess == null) {
            String constant = "const: " + literal(value);
            return schema.isArray() ? "{ list: [ { " + constant + " } ] }" : "{ " + constant + " }";
        }
        String from = quoted(guess.field().path());
        if (isFlag(guess.field().schema(), value)) {
            return "{ when: " + quoted(guess.field().path() + " = true") + ", then: \"1\", else: \"0\" }";
        }
        return "{ from: " + from + (required ? ", required: true" : "") + date() + table() + " }";
    }

    /** A truth value that the target writes as 1 or 0. */
    private static boolean isFlag(Schema source, Schema target) {
        return source.type().equals("boolean")
                && target.type().equals("string")
                && target.allowed().size() == 2
                && target.allowed().containsAll(List.of("0", "1"));
    }

    private Schema value() {
        Schema items = schema.isArray() ? schema.items() : null;
        return items == null ? schema : items;
    }

    private String date() {
        boolean time = guess != null && guess.field().schema().format().startsWith("date");
        if (!time || !value().type().equals("string") || value().format().startsWith("date")) {
            return "";
        }
        return switch (value().maxLength()) {
            case 19 -> ", date: yyyy-MM-dd HH:mm:ss";
            case 14 -> ", date: yyyyMMddHHmmss";
            case 10 -> ", date: yyyy-MM-dd";
            default -> "";
        };
    }

    /** The name of the table that turns the source's codes into the target's; empty when none is needed. */
    String tableName() {
        return codes().isEmpty() ? "" : target.replaceAll("[^\\p{L}\\p{N}]+", "-");
    }

    private String table() {
        return codes().isEmpty() ? "" : ", table: " + tableName();
    }

    /** Source codes that the target does not take as they are. */
    private List<String> codes() {
        if (guess == null) {
            return List.of();
        }
        Schema source = guess.field().schema();
        Schema items = source.isArray() ? source.items() : null;
        List<String> codes = items == null ? source.allowed() : items.allowed();
        return codes.stream().allMatch(this::fits) ? List.of() : codes;
    }

    private boolean fits(String code) {
        List<String> allowed = value().allowed();
        return allowed.isEmpty() ? code.length() <= value().maxLength() : allowed.contains(code);
    }

    /** The table's rows: a code for itself where the target has it, else the first of the target to be replaced. */
    String tableRows() {
        return codes().stream()
                .map(code -> quoted(code) + ": " + (fits(code) ? string(code) : literal(value())))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    /** What stands behind the rule: why, or what is to do. */
    String remark() {
        String field = named(schema);
        if (guess == null) {
            return (isToFill() ? "待填:" : required ? "只有这一个值:" : "可选:") + field;
        }
        SourceField from = guess.field();
        String title = from.title().isEmpty() ? "" : "「" + from.title() + "」";
        return "猜:" + guess.closeness().words() + ",来源" + title + ";目标" + field + tooLong(from.schema());
    }

    private String tooLong(Schema source) {
        boolean longer = source.maxLength() != Integer.MAX_VALUE && source.maxLength() > value().maxLength();
        return longer ? ";来源最长 " + source.maxLength() + " 字" : "";
    }

    static String named(Schema schema) {
        String title = schema.title().isEmpty() ? "" : "「" + schema.title() + "」";
        String length = schema.maxLength() == Integer.MAX_VALUE ? "" : ",最长 " + schema.maxLength() + " 字";
        return title + length;
    }

    /** A value the target takes, to be replaced by a person. */
    static String literal(Schema schema) {
        if (!schema.allowed().isEmpty()) {
            String first = schema.allowed().get(0);
            return schema.type().equals("string") || schema.type().isEmpty() ? string(first) : first;
        }
        return switch (schema.type()) {
            case "integer", "number" -> "0";
            case "boolean" -> "false";
            default -> string(TO_FILL.substring(0, Math.min(TO_FILL.length(), schema.maxLength())));
        };
    }

    /** Text that YAML takes as it is, or in quotes. */
    static String quoted(String text) {
        boolean plain = text.matches("[\\p{L}_][\\p{L}\\p{N}_.-]*( [=] [\\p{L}\\p{N}]+)?");
        return plain ? text : string(text);
    }

    static String string(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /** Whether the text moves as it is. */
    boolean moves() {
        return guess != null
                && schema.type().equals("string")
                && date().isEmpty()
                && codes().isEmpty()
                && !isFlag(guess.field().schema(), schema);
    }

    /** Whether only some texts will do for this rule, so that others must give way in the sample. */
    boolean isParticular() {
        return !date().isEmpty()
                || !codes().isEmpty()
                || !value().allowed().isEmpty()
                || !value().type().equals("string");
    }

    /** A value of the source that this rule converts without error; null when it reads nothing. */
    @Nullable
    Object sample() {
        if (guess == null) {
            return null;
        }
        Object one = sampleOf(Objects.requireNonNull(guess).field().schema());
        return guess.field().schema().isArray() ? List.of(one) : one;
    }

    private Object sampleOf(Schema field) {
        Schema source = field.isArray() && field.items() != null ? Objects.requireNonNull(field.items()) : field;
        if (!codes().isEmpty()) {
            return codes().get(0);
        }
        if (source.type().equals("string") || source.type().isEmpty()) {
            return sampleText(source);
        }
        return SkeletonSample.value(source);
    }

    private String sampleText(Schema source) {
        if (!date().isEmpty()) {
            return SkeletonSample.text(source);
        }
        if (!source.allowed().isEmpty()) {
            return source.allowed().get(0);
        }
        Schema to = value();
        if (!to.allowed().isEmpty()) {
            return to.allowed().get(0);
        }
        String text = switch (to.type()) {
            case "integer", "number" -> "1";
            case "boolean" -> "true";
            default -> SkeletonSample.text(source);
        };
        return text.substring(0, Math.min(text.length(), to.maxLength()));
    }
}
