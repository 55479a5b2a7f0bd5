package org.hotlinegateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the quick pass over XML makes is what the platform's parser makes, and what it leaves alone is unusual. */
class XmlScannerTest {
    private static final String MESSAGE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- sent by the hall --><ORDER v="1.0" kind='COORDINATION'>
              <id>W-1</id><title>跨镇登记受阻,“两镇”</title><note>a &amp; b &lt;c&gt; &#20013;&#x56FD;</note>
              <files no="1"><name>一.pdf</name><size>12</size></files>\r
              <files><name><![CDATA[<二>.pdf "x"]]></name><size/></files>
              <案件 a="1"> 𠀀 </案件><deep><x><y>1</y></x></deep><empty></empty><blank> \t</blank><!-- end -->
              <lines>one\r
            two\\three]]</lines>
            </ORDER>
            """;

    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "/",
            "&",
            "&amp;",
            "&#13;",
            "&#0;",
            "&x;",
            "]]>",
            "<!--",
            "-->",
            "--",
            "<![CDATA[",
            "<?pi?>",
            " ",
            "\r",
            "\n",
            "\u0001",
            "\uFFFE",
            "=",
            "\"",
            "'",
            "<a>",
            "</a>",
            "<b/>",
            "a=\"1\"",
            " a='<'",
            "xmlns=\"u\"",
            "p:",
            "<!DOCTYPE a>",
            "测",
            "é",
            "\u2028",
            "\u3000",
            "𠀀",
            "#text",
            "<id>2</id>",
            "x");

    private final XmlReader reader = new XmlReader(null, null, Map.of());

    private static Wanted some() {
        ReadPaths reads = new ReadPaths();
        List.of("id", "title", "files", "案件", "@v").forEach(name -> reads.add(List.of(name), true, null));
        reads.add(List.of("deep", "x", "y"), true, null);
        reads.add(List.of("files", "name"), true, null);
        return Wanted.of(reads, false, null);
    }

    private static Run run() {
        return new Run(MappingBench.context(), Zone.of("UTC"), StandardCharsets.UTF_8, null);
    }

    private String usual(byte[] xml, Wanted wanted) {
        Value value = XmlScanner.read(xml, 0, null, wanted);
        return value == null ? null : new String(JsonTarget.bytes(value), StandardCharsets.UTF_8);
    }

    private String judged(byte[] xml, Wanted wanted) {
        try {
            Run run = run();
            Value value = reader.judged(xml, new XmlDeclaration(StandardCharsets.UTF_8, 0), run, wanted);
            return new String(JsonTarget.bytes(value), StandardCharsets.UTF_8) + run.notes();
        } catch (FieldFault fault) {
            return fault.text();
        }
    }

    @Test
    void theUsualMessageIsReadInOnePass() {
        byte[] xml = MESSAGE.getBytes(StandardCharsets.UTF_8);
        assertThat(usual(xml, Wanted.ALL) + "[]").isEqualTo(judged(xml, Wanted.ALL));
        assertThat(usual(xml, some()) + "[]").isEqualTo(judged(xml, some()));
    }

    /** Twenty thousand messages broken at random places: either left to the platform's parser, or read as it reads them. */
    @Test
    void aBrokenMessageIsNeverReadOtherwiseThanByThePlatform() {
        Random random = new Random(20210910);
        Wanted some = some();
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] xml = broken(random).getBytes(StandardCharsets.UTF_8);
            String usual = usual(xml, i % 2 == 0 ? Wanted.ALL : some);
            if (usual != null) {
                read++;
                assertThat(usual + "[]")
                        .as("%s", new String(xml, StandardCharsets.UTF_8))
                        .isEqualTo(judged(xml, i % 2 == 0 ? Wanted.ALL : some));
            }
        }
        assertThat(read).isGreaterThan(1_000);
    }

    private static String broken(Random random) {
        StringBuilder xml = new StringBuilder(MESSAGE);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(xml.length());
            int to = Math.min(xml.length(), at + random.nextInt(4));
            xml.replace(at, random.nextBoolean() ? to : at, PIECES.get(random.nextInt(PIECES.size())));
        }
        return xml.toString();
    }

    /** Bytes that are no UTF-8 in any place. */
    @Test
    void hostileBytesAreLeftToTheStrictDecoder() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            byte[] xml = MESSAGE.getBytes(StandardCharsets.UTF_8);
            xml[random.nextInt(xml.length)] = (byte) (0x80 + random.nextInt(0x80));
            String usual = usual(xml, Wanted.ALL);
            if (usual != null) {
                assertThat(usual + "[]").isEqualTo(judged(xml, Wanted.ALL));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                "<a>&x;</a>",
                "<a xmlns='urn:a'>1</a>",
                "<p:a xmlns:p='urn:a'>1</p:a>",
                "<?xml version='1.1'?><a/>",
                "<a><?pi?></a>",
                "<a>1</b>",
                "<a b='1' b='2'/>",
                "<a b='&lt;'/>",
                "<a>]]></a>",
                "<a>\u0001</a>",
                "<a>1<b/></a>",
                "<a/><b/>",
                "<a",
                "<a><!--",
                "<a><![CDATA[",
                "<a>&#",
                ""
            })
    void whatIsUnusualIsLeftToThePlatform(String xml) {
        assertThat(usual(xml.getBytes(StandardCharsets.UTF_8), Wanted.ALL)).isNull();
    }

    @Test
    void aHundredLevelsAreReadAndNoMore() {
        String deep = "<a>".repeat(101) + "</a>".repeat(101);
        assertThat(usual(deep.getBytes(StandardCharsets.UTF_8), Wanted.ALL)).isNotNull();
        assertThat(usual(("<a>" + deep + "</a>").getBytes(StandardCharsets.UTF_8), Wanted.ALL))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030", "UTF-16", "ISO-8859-1"})
    void anyCharsetIsReadQuickly(String charset) {
        String xml = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?><a><b>café</b></a>";
        byte[] bytes = xml.getBytes(Charset.forName(charset.equals("GBK") ? "GB18030" : charset));
        Value value = reader.usual(bytes, XmlDeclaration.of(bytes, null), Wanted.ALL);
        assertThat(value).isNotNull();
        assertThat(new String(JsonTarget.bytes(value), StandardCharsets.UTF_8)).isEqualTo("{\"b\":\"café\"}");
    }
}
