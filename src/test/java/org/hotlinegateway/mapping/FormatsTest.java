package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** XML, forms and JSON in text: bytes in, bytes out, each in its own charset. */
class FormatsTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final Charset GB18030 = Charset.forName("GB18030");

    private static MappingBench xmlOut(String more, String rules) {
        return new MappingBench().file("{ format: json }", "{ format: xml, root: M" + more + " }", rules);
    }

    private static MappingBench xmlIn(String more, String rules) {
        return new MappingBench().file("{ format: xml" + more + " }", "{ format: json }", rules);
    }

    private static String xml(MappingBench bench, String json, Charset charset) {
        return new String(bench.apply(json).bytes(), charset);
    }

    private static String json(MappingBench bench, byte[] xml) {
        return new String(bench.apply(xml).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void xmlIsWrittenInItsDeclaredEncodingWithAttributesFirst() {
        MappingBench bench =
                xmlOut(", encoding: GBK", "rules: { H.A: a, H.'@v': v, B.X: x, B.L: { each: l, rules: { I: '.' } } }");
        Mapped mapped = bench.apply("{\"a\":\"测试<&>\",\"v\":\"1\\\"2\",\"l\":[\"p\",\"q\"]}");
        assertThat(new String(mapped.bytes(), GBK))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"GBK\"?><M><H v=\"1&quot;2\"><A>测试&lt;&amp;&gt;</A></H>"
                        + "<B><L><I>p</I></L><L><I>q</I></L></B></M>");
        assertThat(mapped.contentType()).isEqualTo("text/xml; charset=GBK");
    }

    @Test
    void elementsFollowTheOrderOfTheRulesAndEmptyOnesAreLeftOut() {
        MappingBench bench = xmlOut("", "rules: { Z: z, B.A: none, A: a, N: { from: n, missing: 'null' } }");
        assertThat(xml(bench, "{\"a\":\"1\",\"z\":\"2\"}", StandardCharsets.UTF_8))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><M><Z>2</Z><A>1</A><N/></M>");
    }

    @Test
    void aCharacterTheEncodingLacksIsAnError() {
        MappingBench bench = xmlOut(", encoding: GBK", "rules: { A: a, B: b }");
        MappingFailure failure =
                catchThrowableOfType(MappingFailure.class, () -> bench.apply("{\"a\":\"测\u4DAE\",\"b\":\"1\"}"));
        assertThat(failure.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(FieldError.Code.UNENCODABLE);
            assertThat(error.target()).isEqualTo("A");
            assertThat(error.message()).isEqualTo("holds a character that GBK lacks");
        });
        assertThat(new String(failure.partial(), GBK)).endsWith("<M><B>1</B></M>");
    }

    @ParameterizedTest
    @CsvSource({
        "GBK, reference, <M><A>测&#x4DAE;</A></M>",
        "GBK, substitute, <M><A>测〓</A></M>",
        "GB18030, error, <M><A>测\u4DAE</A></M>",
    })
    void unencodableCharactersFollowTheFile(String encoding, String policy, String body) {
        MappingBench bench = xmlOut(", encoding: " + encoding + ", unencodable: " + policy, "rules: { A: a }");
        assertThat(xml(bench, "{\"a\":\"测\u4DAE\"}", Charset.forName(encoding))).endsWith(body);
    }

    @Test
    void supplementaryCharactersTravelInGb18030() {
        MappingBench bench = xmlOut(", encoding: GB18030", "rules: { A: a }");
        assertThat(xml(bench, "{\"a\":\"\uD873\uDC56\"}", GB18030)).endsWith("<A>\uD873\uDC56</A></M>");
    }

    @Test
    void controlCharactersAreStrippedAndNoted() {
        Mapped mapped = xmlOut("", "rules: { A: a }").apply("{\"a\":\"x\\u0001y\"}");
        assertThat(new String(mapped.bytes(), StandardCharsets.UTF_8)).endsWith("<A>xy</A></M>");
        assertThat(mapped.notes()).containsExactly("STRIPPED: a control character that XML forbids");
    }

    @ParameterizedTest
    @CsvSource({"GBK", "GB2312", "gb18030"})
    void declaredGbkAndGb2312AreReadAsGb18030(String declared) {
        byte[] xml = ("<?xml version=\"1.0\" encoding=\"" + declared + "\"?><M><A>䶮㛃</A></M>").getBytes(GB18030);
        assertThat(json(xmlIn("", "rules: { a: A }"), xml)).isEqualTo("{\"a\":\"䶮㛃\"}");
    }

    @Test
    void theFilesEncodingWinsOverALyingDeclaration() {
        byte[] xml = "<?xml version=\"1.0\" encoding=\"GB2312\"?><M><A>测</A></M>".getBytes(StandardCharsets.UTF_8);
        assertThat(json(xmlIn(", encoding: UTF-8", "rules: { a: A }"), xml)).isEqualTo("{\"a\":\"测\"}");
    }

    @Test
    void oneElementWhereAnArrayIsReadIsAnArrayOfOne() {
        String rules = "rules: { l: { each: L.I, rules: { v: '.' } }, n: { count: L.I } }";
        byte[] one = "<M><L><I>1</I></L></M>".getBytes(StandardCharsets.UTF_8);
        byte[] two = "<M><L><I>1</I><I>2</I></L></M>".getBytes(StandardCharsets.UTF_8);
        byte[] none = "<M><L/></M>".getBytes(StandardCharsets.UTF_8);
        assertThat(json(xmlIn("", rules), one)).isEqualTo("{\"l\":[{\"v\":\"1\"}],\"n\":1}");
        assertThat(json(xmlIn("", rules), two)).isEqualTo("{\"l\":[{\"v\":\"1\"},{\"v\":\"2\"}],\"n\":2}");
        assertThat(json(xmlIn("", rules), none)).isEqualTo("{}");
    }

    @Test
    void attributesTextAndNamespacesHaveTheirPaths() {
        String xml = "<s:E xmlns:s='urn:s' xmlns='urn:d'><s:B k='v'>t<!-- c --><i>j</i></s:B></s:E>";
        MappingBench bench = xmlIn(
                ", root: s:E, namespaces: { s: 'urn:s' }",
                "rules: { k: s:B.@k, t: s:B.#text, i: s:B.i }"
                        .replace("s:B", "'s:B'")
                        .replace("'s:B'.@k", "\"'s:B'.@k\"")
                        .replace("'s:B'.#text", "\"'s:B'.#text\"")
                        .replace("'s:B'.i", "\"'s:B'.i\""));
        assertThat(json(bench, xml.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("{\"k\":\"v\",\"t\":\"t\",\"i\":\"j\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<!DOCTYPE M [<!ENTITY x 'y'>]><M><A>&x;</A></M> | the message has a DTD, which is not accepted",
                "<M><A>&unknown;</A></M> | the message is not well-formed XML",
                "<M><A></M> | the message is not well-formed XML",
                "<N/> | the message has another root element than 'M'",
                "<?xml version=\"1.0\" encoding=\"latin-9000\"?><M/> | the message declares an unknown encoding",
            })
    void brokenXmlIsMalformed(String xml, String message) {
        MappingBench bench = xmlIn(", root: M", "rules: { a: A }");
        MappingFailure failure =
                catchThrowableOfType(MappingFailure.class, () -> bench.apply(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(failure.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(FieldError.Code.MALFORMED);
            assertThat(error.message()).startsWith(message);
        });
    }

    @Test
    void bytesThatAreNotOfTheDeclaredCharsetAreMalformed() {
        byte[] xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><M><A>测试</A></M>".getBytes(GBK);
        MappingFailure failure = catchThrowableOfType(
                MappingFailure.class, () -> xmlIn("", "rules: { a: A }").apply(xml));
        assertThat(failure.errors().get(0).message()).isEqualTo("the message holds bytes that are no UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"a\":", "{\"a\":1}x", "abc", "''"})
    void brokenJsonIsMalformed(String json) {
        MappingBench bench = new MappingBench().rules("rules: { a: a }");
        MappingFailure failure = catchThrowableOfType(MappingFailure.class, () -> bench.apply(json));
        assertThat(failure.errors().get(0).code()).isEqualTo(FieldError.Code.MALFORMED);
        assertThat(failure.partial()).isEmpty();
    }

    @Test
    void jsonInGbkIsMalformed() {
        byte[] gbk = "{\"a\":\"测试\"}".getBytes(GBK);
        MappingBench bench = new MappingBench().rules("rules: { a: a }");
        MappingFailure failure = catchThrowableOfType(MappingFailure.class, () -> bench.apply(gbk));
        assertThat(failure.errors().get(0).message()).startsWith("the message is not JSON in UTF-8");
    }

    @Test
    void jsonInTextIsReadAndWritten() {
        MappingBench bench = new MappingBench()
                .file(
                        "{ format: json-in-text, field: data }",
                        "{ format: json-in-text, field: body }",
                        "rules: { x.b: a, s: ^.app }");
        assertThat(json(bench, "{\"app\":\"z\",\"data\":\"{\\\"a\\\":\\\"1\\\"}\"}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("{\"body\":\"{\\\"x\\\":{\\\"b\\\":\\\"1\\\"},\\\"s\\\":\\\"z\\\"}\"}");
    }

    @Test
    void formsAreReadAndWritten() {
        MappingBench bench = new MappingBench().file("{ format: form }", "{ format: form }", "rules: { b: a, c: l }");
        assertThat(json(bench, "a=%E6%B5%8B+1&l=1&l=2".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("b=%E6%B5%8B+1&c=1&c=2");
    }

    @Test
    void aSignedFieldSeesItsFinishedSiblingsInTargetOrder() {
        MappingBench bench =
                xmlOut(", encoding: GBK", "rules: { H.LY: { const: L }, H.QM: { sign: md5 }, H.SJ: s, B.X: s }");
        assertThat(xml(bench, "{\"s\":\"1\"}", GBK))
                .endsWith("<H><LY>L</LY><QM>md5{LY=L, SJ=1}GBK</QM><SJ>1</SJ></H><B><X>1</X></B></M>");
    }

    @Test
    void arraysAtTheRootAreReadAndWritten() {
        MappingBench bench = new MappingBench()
                .file("{ format: json }", "{ format: json, root: array }", "each: .\nrules: { b: a }");
        assertThat(json(bench, "[{\"a\":1},{\"a\":2}]".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("[{\"b\":1},{\"b\":2}]");
    }
}
