package org.hotlinegateway.mapping;

import java.util.Set;

/** The functions of JSONata an expression may call: those that give the same for the same message, always. */
final class ExpressionFunctions {
    static final Set<String> OPEN = Set.of(
            "abs",
            "append",
            "average",
            "base64decode",
            "base64encode",
            "boolean",
            "ceil",
            "contains",
            "count",
            "decodeUrlComponent",
            "distinct",
            "each",
            "encodeUrlComponent",
            "exists",
            "filter",
            "floor",
            "formatBase",
            "formatInteger",
            "formatNumber",
            "fromMillis",
            "join",
            "keys",
            "length",
            "lookup",
            "lowercase",
            "map",
            "max",
            "merge",
            "min",
            "not",
            "number",
            "pad",
            "parseInteger",
            "power",
            "reduce",
            "replace",
            "reverse",
            "round",
            "sift",
            "single",
            "sort",
            "split",
            "spread",
            "sqrt",
            "string",
            "substring",
            "substringAfter",
            "substringBefore",
            "sum",
            "toMillis",
            "trim",
            "type",
            "uppercase",
            "zip");

    /** Known to JSONata, refused here. */
    static final Set<String> CLOSED = Set.of(
            "assert",
            "clone",
            "decodeUrl",
            "encodeUrl",
            "error",
            "eval",
            "match",
            "millis",
            "now",
            "random",
            "shuffle");

    private ExpressionFunctions() {}
}
