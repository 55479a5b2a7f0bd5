package org.hotlinegateway.mapping;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.hotlinegateway.mapping.Function.Argument;
import org.hotlinegateway.mapping.Function.Example;
import org.hotlinegateway.mapping.Function.Kind;
import org.jspecify.annotations.Nullable;

/** The functions engineers have, by name. */
final class Functions {
    private static final Argument TEXT = new Argument("text", Kind.TEXT);
    private static final Argument ARRAY = new Argument("array", Kind.ARRAY);
    private static final Argument PART = new Argument("part", Kind.TEXT);

    private static final Map<String, Function> BY_NAME = registered();

    private Functions() {}

    static @Nullable Function of(String name) {
        return BY_NAME.get(name);
    }

    /** All, in the order of names. */
    static List<Function> all() {
        return List.copyOf(BY_NAME.values());
    }

    static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    private static Map<String, Function> registered() {
        Map<String, Function> functions = new TreeMap<>();
        for (List<Function> group : List.of(hashes(), identifiers(), codings(), texts(), numbers(), arrays())) {
            group.forEach(function -> functions.put(function.name(), function));
        }
        return functions;
    }

    private static List<Function> hashes() {
        return List.of(
                text(
                        "md5",
                        "MD5 of the text in UTF-8, 32 hexadecimal digits",
                        new Example("[\"abc\"]", "\"900150983cd24fb0d6963f7d28e17f72\""),
                        text -> FunctionBodies.digest("MD5", text)),
                text(
                        "sha1",
                        "SHA-1 of the text in UTF-8, 40 hexadecimal digits",
                        new Example("[\"abc\"]", "\"a9993e364706816aba3e25717850c26c9cd0d89d\""),
                        text -> FunctionBodies.digest("SHA-1", text)),
                text(
                        "sha256",
                        "SHA-256 of the text in UTF-8, 64 hexadecimal digits",
                        new Example(
                                "[\"abc\"]", "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\""),
                        text -> FunctionBodies.digest("SHA-256", text)),
                text(
                        "sm3",
                        "SM3 of the text in UTF-8, 64 hexadecimal digits",
                        new Example(
                                "[\"abc\"]", "\"66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0\""),
                        FunctionBodies::sm3),
                text(
                        "crc32",
                        "CRC-32 of the text in UTF-8, 8 hexadecimal digits",
                        new Example("[\"abc\"]", "\"352441c2\""),
                        FunctionBodies::crc32));
    }

    private static List<Function> identifiers() {
        return List.of(
                parts(
                        "uuid",
                        "UUID named by the parts (version 5): the same parts always give the same UUID",
                        new Example("[\"window\", \"M-1\"]", "\"3931ffa5-a7cc-5951-9186-934e64e998ca\""),
                        FunctionBodies::uuid),
                parts(
                        "key",
                        "Key of 16 hexadecimal digits named by the parts, for idempotency",
                        new Example("[\"window\", \"M-1\"]", "\"b3498428c220617a\""),
                        FunctionBodies::key),
                text(
                        "check-digit",
                        "Check digit of ISO 7064 MOD 11-2 over digits, 0 to 9 or X, as in GB 11643",
                        new Example("[\"44200019000101001\"]", "\"0\""),
                        FunctionBodies::checkDigit));
    }

    private static List<Function> codings() {
        return List.of(
                inverse(
                        "base64",
                        "unbase64",
                        "Base64 of the text in UTF-8",
                        new Example("[\"测试\"]", "\"5rWL6K+V\""),
                        FunctionBodies::base64),
                inverse(
                        "unbase64",
                        "base64",
                        "Text in UTF-8 out of Base64",
                        new Example("[\"5rWL6K+V\"]", "\"测试\""),
                        FunctionBodies::unbase64),
                inverse(
                        "url-encode",
                        "url-decode",
                        "Text as part of an address, percent signs for all but letters, digits and -_.*",
                        new Example("[\"测 1\"]", "\"%E6%B5%8B%201\""),
                        FunctionBodies::urlEncode),
                inverse(
                        "url-decode",
                        "url-encode",
                        "Text out of a part of an address",
                        new Example("[\"%E6%B5%8B%201\"]", "\"测 1\""),
                        FunctionBodies::urlDecode));
    }

    private static List<Function> texts() {
        return List.of(
                text(
                        "half-width",
                        "Full-width letters, digits, signs and blanks made half-width",
                        new Example("[\"Ａ１（－）　x\"]", "\"A1(-) x\""),
                        FunctionBodies::halfWidth),
                text(
                        "plain-text",
                        "Text without HTML tags; the five entities of XML and &nbsp; become their characters",
                        new Example("[\"<p>a&nbsp;&lt; b</p>\"]", "\"a < b\""),
                        FunctionBodies::plainText),
                new Function(
                        "length",
                        List.of(TEXT),
                        false,
                        Kind.NUMBER,
                        "Length of the text in code points",
                        new Example("[\"测试\"]", "2"),
                        null,
                        FunctionBodies::length));
    }

    private static List<Function> numbers() {
        return List.of(
                array(
                        "sum",
                        Kind.NUMBER,
                        "Exact sum of numbers",
                        new Example("[[1, \"2.50\", 3]]", "6.5"),
                        FunctionBodies::sum),
                array(
                        "least",
                        Kind.NUMBER,
                        "The least of numbers",
                        new Example("[[3, \"2\", 10]]", "2"),
                        FunctionBodies::least),
                array(
                        "greatest",
                        Kind.NUMBER,
                        "The greatest of numbers",
                        new Example("[[3, \"2\", 10]]", "10"),
                        FunctionBodies::greatest));
    }

    private static List<Function> arrays() {
        return List.of(
                array(
                        "sort",
                        Kind.ARRAY,
                        "Elements in rising order: as numbers when all are numbers, else by code points",
                        new Example("[[\"10\", \"9\", \"1\"]]", "[\"1\",\"9\",\"10\"]"),
                        FunctionBodies::sorted),
                array(
                        "distinct",
                        Kind.ARRAY,
                        "Elements without repetition, in their order",
                        new Example("[[\"b\", \"a\", \"b\"]]", "[\"b\",\"a\"]"),
                        FunctionBodies::distinct),
                new Function(
                        "reverse",
                        List.of(ARRAY),
                        false,
                        Kind.ARRAY,
                        "Elements in opposite order",
                        new Example("[[1, 2, 3]]", "[3,2,1]"),
                        "reverse",
                        FunctionBodies::reversed));
    }

    private static Function text(String name, String description, Example example, UnaryOperator<String> body) {
        return new Function(
                name, List.of(TEXT), false, Kind.TEXT, description, example, null, FunctionBodies.onText(body));
    }

    private static Function inverse(
            String name, String inverse, String description, Example example, UnaryOperator<String> body) {
        return new Function(
                name, List.of(TEXT), false, Kind.TEXT, description, example, inverse, FunctionBodies.onText(body));
    }

    private static Function parts(String name, String description, Example example, Function.Body body) {
        return new Function(name, List.of(PART), true, Kind.TEXT, description, example, null, body);
    }

    private static Function array(String name, Kind result, String description, Example example, Function.Body body) {
        return new Function(name, List.of(ARRAY), false, result, description, example, null, body);
    }
}
