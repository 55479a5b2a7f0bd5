package org.hotlinegateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import tools.jackson.databind.json.JsonMapper;

/** The golden messages: what travels, to the letter; JSON compared as a tree, XML as an infoset in its own charset. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*encoding=\"([^\"]+)\"");

    private Golden() {}

    /** The exact bytes of a golden message, for example {@code G7}. */
    static byte[] bytes(String name) {
        Path json = FOLDER.resolve(name + ".json");
        try {
            return Files.readAllBytes(Files.exists(json) ? json : FOLDER.resolve(name + ".xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        byte[] bytes = bytes(name);
        return bytes[0] == '<' ? decode(bytes) : new String(bytes, StandardCharsets.UTF_8);
    }

    /** The window's registration of G1 under another case number, with a message id of its own. */
    static String caseLike(String caseNo) {
        return text("G1")
                .replace("BBCS-442000002-20210908-0016", caseNo)
                .replace("W20210908155300-0016", "W-" + caseNo + "-1");
    }

    /** What the window adds to a case afterwards; versions begin at 2. */
    static String supplementTo(String caseNo, int version, String text) {
        return """
                {"msgId":"W-%1$s-%2$d","event":"CASE_SUPPLEMENT","version":%2$d,\
                "occurredAt":"2021-09-08T15:53:0%2$d+08:00","caseNo":"%1$s","supplement":"%3$s","reason":"反映人补充"}""".formatted(caseNo, version, text);
    }

    static void assertSame(byte[] actual, String golden) {
        byte[] expected = bytes(golden);
        if (expected[0] == '<') {
            decode(actual);
            assertThat(document(actual).isEqualNode(document(expected)))
                    .as("%s%nexpected %s%nbut was  %s", golden, decode(expected), decode(actual))
                    .isTrue();
        } else {
            assertThat(JSON.readTree(actual)).as(golden).isEqualTo(JSON.readTree(expected));
        }
    }

    /** Decodes an XML message in the charset it declares; fails on a byte that charset does not have. */
    static String decode(byte[] xml) {
        Matcher declared = ENCODING.matcher(new String(xml, StandardCharsets.ISO_8859_1));
        assertThat(declared.find()).as("XML declaration with an encoding").isTrue();
        try {
            return Charset.forName(declared.group(1))
                    .newDecoder()
                    .decode(ByteBuffer.wrap(xml))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError("not decodable as " + declared.group(1), e);
        }
    }

    private static Document document(byte[] xml) {
        try {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
            document.normalizeDocument();
            return document;
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
