package org.hotlinegateway.mapping;

import static org.hotlinegateway.mapping.Clause.clause;

import java.util.List;
import org.hotlinegateway.mapping.Clause.Phase;

/** The clauses that say whether and what a rule reads. */
final class ReadingClauses {
    static final List<Clause> ALL = List.of(
            clause(
                    "if",
                    Phase.GUARD,
                    "",
                    "condition; where it does not hold the field is left out, `default` and `required` or not",
                    "{\"a\":\"1\",\"k\":\"A\"}",
                    "{ if: k = A, from: a }",
                    "{\"t\":\"1\"}"),
            clause(
                    "from",
                    Phase.READ,
                    "",
                    "the source path; `[a, b]` are the keys of a table with two keys",
                    "{\"a\":{\"b\":\"1\"}}",
                    "{ from: a.b }",
                    "{\"t\":\"1\"}"),
            clause(
                    "first",
                    Phase.READ,
                    "",
                    "the first of several paths or rules that has a value",
                    "{\"a\":\"\",\"b\":\"2\"}",
                    "{ first: [ a, b ] }",
                    "{\"t\":\"2\"}"),
            clause(
                    "list",
                    Phase.READ,
                    "",
                    "one array out of several paths or rules, without the missing ones",
                    "{\"a\":\"1\",\"b\":null,\"c\":\"3\"}",
                    "{ list: [ a, b, c ] }",
                    "{\"t\":[\"1\",\"3\"]}"),
            clause(
                    "text",
                    Phase.READ,
                    "",
                    "a text with `${path}` in it; missing as a whole where a part without default (`${path|default}`) is missing",
                    "{\"a\":\"x\"}",
                    "{ text: \"${a}(${b|-})\" }",
                    "{\"t\":\"x(-)\"}"),
            clause(
                    "parts",
                    Phase.READ,
                    "text",
                    "rules for parts of the text that need more than a path",
                    "{\"a\":\"A\"}",
                    "{ text: \"no ${n}\", parts: { n: { from: a, table: k } } }",
                    "{\"t\":\"no 01\"}"),
            clause("const", Phase.READ, "", "a constant", "{}", "{ const: WINDOW }", "{\"t\":\"WINDOW\"}"),
            clause(
                    "count",
                    Phase.READ,
                    "",
                    "the number of elements at a path; 0 for `[]`, missing for nothing",
                    "{\"a\":[1,2]}",
                    "{ count: a }",
                    "{\"t\":2}"),
            clause(
                    "when",
                    Phase.READ,
                    "",
                    "a condition that chooses between `then` and `else`",
                    "{\"a\":3}",
                    "{ when: a >= 3, then: \"1\", else: \"0\" }",
                    "{\"t\":\"1\"}"),
            clause(
                    "then",
                    Phase.READ,
                    "when",
                    "the value where the condition holds: a literal or a rule",
                    "{\"a\":\"1\",\"b\":\"2\"}",
                    "{ when: a = 1, then: { from: b } }",
                    "{\"t\":\"2\"}"),
            clause(
                    "choose",
                    Phase.READ,
                    "",
                    "branches `{ when, then }`, the first that holds counts, and a last `{ else }`",
                    "{\"a\":\"B\"}",
                    "{ choose: [ { when: a = A, then: x }, { when: a = B, then: y }, { else: z } ] }",
                    "{\"t\":\"y\"}"),
            clause(
                    "rest",
                    Phase.READ,
                    "",
                    "`true`: an object of all source fields no rule reads, each noted as UNMAPPED",
                    "{\"b\":\"2\"}",
                    "{ rest: true }",
                    "{\"t\":{\"b\":\"2\"}}"),
            clause(
                    "expr",
                    Phase.READ,
                    "",
                    "a JSONata expression over its declared inputs, one value, bounded in time and depth",
                    "{\"a\":[1,2]}",
                    "{ expr: \"$sum(n)\", in: { n: a }, type: number }",
                    "{\"t\":3}"),
            clause(
                    "in",
                    Phase.READ,
                    "expr",
                    "the inputs of the expression: name and path",
                    "{\"a\":\"x\"}",
                    "{ expr: $uppercase(name), in: { name: a }, type: text }",
                    "{\"t\":\"X\"}"),
            clause(
                    "type",
                    Phase.READ,
                    "expr",
                    "what the expression gives: `text`, `number`, `integer`, `boolean`",
                    "{\"a\":4}",
                    "{ expr: n > 3, in: { n: a }, type: boolean }",
                    "{\"t\":true}"),
            clause(
                    "fn",
                    Phase.READ,
                    "",
                    "a registered function, see the list of functions",
                    "{\"a\":\"abc\"}",
                    "{ fn: crc32, args: [ a ] }",
                    "{\"t\":\"352441c2\"}"),
            clause(
                    "args",
                    Phase.READ,
                    "fn",
                    "the arguments of the function: paths or rules",
                    "{\"a\":[\"b\",\"a\"]}",
                    "{ fn: sort, args: [ a ] }",
                    "{\"t\":[\"a\",\"b\"]}"),
            clause(
                    "sign",
                    Phase.READ,
                    "",
                    "a signature the peer's signer makes of the finished fields beside it, by this scheme",
                    "{}",
                    "{ sign: md5 }",
                    "{\"t\":\"md5{}UTF-8\"}"),
            clause(
                    "each",
                    Phase.READ,
                    "",
                    "an array with one element for each of a source array, with `rules` or `text`; also `{ list: [..] }` and `{ from, split, fields }`",
                    "{\"a\":[{\"n\":1},{\"n\":2}]}",
                    "{ each: a, rules: { m: n } }",
                    "{\"t\":[{\"m\":1},{\"m\":2}]}"),
            clause(
                    "where",
                    Phase.READ,
                    "each",
                    "a condition on the element; others are left out",
                    "{\"a\":[{\"n\":1},{\"n\":2}]}",
                    "{ each: a, where: n > 1, rules: { m: n } }",
                    "{\"t\":[{\"m\":2}]}"),
            clause(
                    "rules",
                    Phase.READ,
                    "",
                    "the fields of an object, or of each element",
                    "{\"a\":\"1\"}",
                    "{ rules: { x: a, y: { const: Y } } }",
                    "{\"t\":{\"x\":\"1\",\"y\":\"Y\"}}"));

    private ReadingClauses() {}
}
