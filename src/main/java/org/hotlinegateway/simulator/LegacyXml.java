package org.hotlinegateway.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The XML of the legacy hotline: always GBK bytes, MESSAGE with a flat HEAD and a flat BODY. */
final class LegacyXml {
    static final Charset GBK = Charset.forName("GBK");
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"GBK\"?>";

    private LegacyXml() {}

    /** Reads the bytes of a MESSAGE; refuses everything a strict GBK reader would choke on. */
    static Message read(byte[] bytes) throws Broken {
        if (!decode(bytes).startsWith(DECLARATION)) {
            throw new Broken("XML declaration with encoding GBK missing");
        }
        Element root = parse(bytes).getDocumentElement();
        if (!root.getTagName().equals("MESSAGE")) {
            throw new Broken("root is not MESSAGE");
        }
        Map<String, Element> parts = children(root);
        Element head = parts.remove("HEAD");
        Element body = parts.remove("BODY");
        if (head == null || body == null || !parts.isEmpty()) {
            throw new Broken("MESSAGE does not hold exactly HEAD and BODY");
        }
        return new Message(texts(head), texts(body));
    }

    static byte[] message(Map<String, String> head, Map<String, ?> body) {
        return encode(DECLARATION + "<MESSAGE><HEAD>" + elements(head) + "</HEAD><BODY>" + elements(body)
                + "</BODY></MESSAGE>");
    }

    static byte[] result(Map<String, String> fields) {
        return encode(DECLARATION + "<RESULT>" + elements(fields) + "</RESULT>");
    }

    /** A result with a list of items, each flat. */
    static byte[] list(List<Map<String, String>> items) {
        StringBuilder xml = new StringBuilder(DECLARATION + "<RESULT><CODE>0</CODE><MSG>成功</MSG><LIST>");
        items.forEach(item -> xml.append("<ITEM>").append(elements(item)).append("</ITEM>"));
        return encode(xml.append("</LIST></RESULT>").toString());
    }

    private static String elements(Map<String, ?> fields) {
        StringBuilder xml = new StringBuilder();
        fields.forEach((name, value) -> xml.append('<')
                .append(name)
                .append('>')
                .append(escape(value.toString()))
                .append("</")
                .append(name)
                .append('>'));
        return xml.toString();
    }

    private static String escape(String text) {
        CharsetEncoder encoder = GBK.newEncoder();
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            String one = Character.toString(point);
            boolean special = point == '&' || point == '<' || point == '>' || !encoder.canEncode(one);
            escaped.append(special ? "&#" + point + ";" : one);
        });
        return escaped.toString();
    }

    private static String decode(byte[] bytes) throws Broken {
        try {
            return GBK.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notGbk) {
            throw new Broken("bytes are not GBK");
        }
    }

    private static byte[] encode(String xml) {
        try {
            ByteBuffer bytes = GBK.newEncoder()
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(xml));
            byte[] out = new byte[bytes.remaining()];
            bytes.get(out);
            return out;
        } catch (CharacterCodingException impossible) {
            throw new IllegalStateException("Text left outside GBK after escaping.", impossible);
        }
    }

    private static Document parse(byte[] bytes) throws Broken {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (SAXException malformed) {
            throw new Broken("XML is not well formed");
        } catch (ParserConfigurationException | IOException impossible) {
            throw new IllegalStateException("The JDK's XML parser cannot be set up.", impossible);
        }
    }

    private static Map<String, Element> children(Element parent) throws Broken {
        Map<String, Element> children = new LinkedHashMap<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && children.put(element.getTagName(), element) != null) {
                throw new Broken(element.getTagName() + " occurs twice");
            }
        }
        return children;
    }

    private static Map<String, String> texts(Element parent) throws Broken {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Element child : children(parent).values()) {
            if (!children(child).isEmpty()) {
                throw new Broken(child.getTagName() + " is not flat");
            }
            texts.put(child.getTagName(), child.getTextContent());
        }
        return texts;
    }

    /** HEAD and BODY of a message, by element name. */
    record Message(Map<String, String> head, Map<String, String> body) {}

    /** Says why bytes are not a message of this dialect. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String problem) {
            super(problem);
        }

        String problem() {
            return String.valueOf(getMessage());
        }
    }
}
