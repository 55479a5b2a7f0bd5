package org.hotlinegateway.intake;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The HEAD of a legacy XML message, read no further than its end and without DTD: enough to know who sends.
 *
 * @param fields text of HEAD's children by name
 * @param charset the charset of the message; GBK and GB2312 are read as GB18030
 */
record LegacyHead(Map<String, String> fields, Charset charset) {
    private static final int MOST_FIELDS = 50;
    private static final int DECLARATION = 200;
    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]{1,20})[\"']");

    static LegacyHead read(byte[] message, @Nullable String override) {
        Charset charset = charset(override == null || override.isBlank() ? declared(message) : override);
        Reader text = new InputStreamReader(new ByteArrayInputStream(message), charset);
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(text);
            open(xml);
            open(xml);
            if (!xml.getLocalName().equals("HEAD")) {
                throw malformed();
            }
            return new LegacyHead(children(xml), charset);
        } catch (XMLStreamException e) {
            throw malformed();
        }
    }

    private static Map<String, String> children(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> fields = new LinkedHashMap<>();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String twice = fields.put(xml.getLocalName(), xml.getElementText());
            if (twice != null || fields.size() > MOST_FIELDS) {
                throw malformed();
            }
        }
        return fields;
    }

    private static void open(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        while (event != XMLStreamConstants.START_ELEMENT) {
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.END_DOCUMENT) {
                throw malformed();
            }
            event = xml.next();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static String declared(byte[] message) {
        String start = new String(message, 0, Math.min(message.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher encoding = ENCODING.matcher(start);
        return encoding.find() ? encoding.group(1) : "UTF-8";
    }

    private static Charset charset(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "GBK", "GB2312", "GB18030" -> Charset.forName("GB18030");
            case "UTF-8", "UTF8" -> StandardCharsets.UTF_8;
            default ->
                throw new Refusal(ProblemCode.MALFORMED, "The declared encoding is none of GBK, GB18030, UTF-8.");
        };
    }

    private static Refusal malformed() {
        return new Refusal(
                ProblemCode.MALFORMED, "The message is no XML with a flat HEAD as first element and without DTD.");
    }
}
