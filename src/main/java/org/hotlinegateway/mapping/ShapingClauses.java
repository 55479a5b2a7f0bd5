package org.hotlinegateway.mapping;

import static org.hotlinegateway.mapping.Clause.clause;

import java.util.List;
import org.hotlinegateway.mapping.Clause.Phase;

/** The clauses that shape a converted value, fill in for it and check it. */
final class ShapingClauses {
    static final List<Clause> ALL = List.of(
            clause(
                    "mask",
                    Phase.SHAPE,
                    "",
                    "hides personal data: `name`, `phone`, `id`, `text`, `{ keepFirst, keepLast }`, `{ known: [..], when }`",
                    "{\"a\":\"13800000000\"}",
                    "{ from: a, mask: phone }",
                    "{\"t\":\"138****0000\"}"),
            clause(
                    "clear",
                    Phase.SHAPE,
                    "",
                    "`true`: shown on purpose although another rule masks the same path",
                    "{\"a\":\"13800000000\"}",
                    "{ from: a, clear: true }",
                    "{\"t\":\"13800000000\"}"),
            clause(
                    "prefix",
                    Phase.SHAPE,
                    "",
                    "text before the value",
                    "{\"a\":\"7\"}",
                    "{ from: a, prefix: HL- }",
                    "{\"t\":\"HL-7\"}"),
            clause(
                    "suffix",
                    Phase.SHAPE,
                    "",
                    "text after the value",
                    "{\"a\":\"7\"}",
                    "{ from: a, suffix: 号 }",
                    "{\"t\":\"7号\"}"),
            clause(
                    "pad",
                    Phase.SHAPE,
                    "",
                    "fills up on the left, with zeros or `{ length, with }`",
                    "{\"a\":7}",
                    "{ from: a, pad: 4 }",
                    "{\"t\":\"0007\"}"),
            clause(
                    "upper",
                    Phase.SHAPE,
                    "",
                    "`true`: capital letters",
                    "{\"a\":\"aB\"}",
                    "{ from: a, upper: true }",
                    "{\"t\":\"AB\"}"),
            clause(
                    "lower",
                    Phase.SHAPE,
                    "",
                    "`true`: small letters",
                    "{\"a\":\"aB\"}",
                    "{ from: a, lower: true }",
                    "{\"t\":\"ab\"}"),
            clause(
                    "cut",
                    Phase.CUT,
                    "",
                    "shortens to a length in code points, noted as CUT",
                    "{\"a\":\"一二三\"}",
                    "{ from: a, cut: 2 }",
                    "{\"t\":\"一二\"}"),
            clause(
                    "default",
                    Phase.DEFAULT,
                    "",
                    "the value where there is none",
                    "{\"a\":\"\"}",
                    "{ from: a, default: 未提供 }",
                    "{\"t\":\"未提供\"}"),
            clause(
                    "missing",
                    Phase.DEFAULT,
                    "",
                    "what the field without a value becomes: `omit`, `null`, `keep-null` (null where the source says null)",
                    "{\"a\":null}",
                    "{ from: a, missing: keep-null }",
                    "{\"t\":null}"),
            clause(
                    "required",
                    Phase.REQUIRED,
                    "",
                    "`true`: without a value the message is in error",
                    "{\"a\":\"\"}",
                    "{ from: a, required: true }",
                    "error: t REQUIRED required, but a is missing"),
            clause(
                    "maxLength",
                    Phase.CHECK,
                    "",
                    "longest length in code points, or in bytes with `bytes`",
                    "{\"a\":\"一二三\"}",
                    "{ from: a, maxLength: 2 }",
                    "error: t LENGTH is 3 code points long, at most 2 allowed"),
            clause(
                    "bytes",
                    Phase.CHECK,
                    "maxLength",
                    "the charset in which `maxLength` counts bytes",
                    "{\"a\":\"一二三\"}",
                    "{ from: a, maxLength: 6, bytes: GB18030 }",
                    "{\"t\":\"一二三\"}"),
            clause(
                    "pattern",
                    Phase.CHECK,
                    "",
                    "a regular expression for the whole value",
                    "{\"a\":\"x1\"}",
                    "{ from: a, pattern: \"[a-z]+\" }",
                    "error: t VALUE does not match pattern [a-z]+"),
            clause(
                    "oneOf",
                    Phase.CHECK,
                    "",
                    "the values allowed",
                    "{\"a\":\"C\"}",
                    "{ from: a, oneOf: [ A, B ] }",
                    "error: t VALUE is none of A, B"),
            clause(
                    "min",
                    Phase.CHECK,
                    "",
                    "the least number allowed",
                    "{\"a\":7}",
                    "{ from: a, min: 8 }",
                    "error: t VALUE is below 8"),
            clause(
                    "max",
                    Phase.CHECK,
                    "",
                    "the greatest number allowed",
                    "{\"a\":7}",
                    "{ from: a, max: 6.5 }",
                    "error: t VALUE is above 6.5"),
            clause(
                    "warn",
                    Phase.CHECK,
                    "",
                    "checks of this rule that only note, as WARN",
                    "{\"a\":\"C\"}",
                    "{ from: a, oneOf: [ A, B ], warn: [ oneOf ] }",
                    "{\"t\":\"C\"}"),
            clause(
                    "description",
                    Phase.DOCUMENT,
                    "",
                    "a remark for the reader; it stays when a visual editor drops comments",
                    "{\"a\":\"1\"}",
                    "{ from: a, description: 来自窗口 }",
                    "{\"t\":\"1\"}"));

    private ShapingClauses() {}
}
