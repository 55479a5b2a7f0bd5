package org.hotlinegateway.mapping;

import java.io.CharArrayReader;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML from bytes: no DTD, no entities, strict charset, control characters stripped and noted. An element with
 * text alone becomes text; attributes become {@code @name}; repeated elements become an array.
 */
final class XmlReader implements DocumentReader {
    private static final int DEEPEST = 100;
    private static final String TEXT = "#text";
    private static final XMLInputFactory FACTORY = factory();

    private final @Nullable String root;
    private final @Nullable Charset override;
    private final Map<String, String> prefixes = new HashMap<>();

    XmlReader(@Nullable String root, @Nullable Charset override, Map<String, String> namespaces) {
        this.root = root;
        this.override = override;
        namespaces.forEach((prefix, uri) -> prefixes.put(uri, prefix));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("no external entity is read");
        });
        return factory;
    }

    @Override
    public Value read(byte[] bytes, Run run) {
        return read(bytes, run, Wanted.ALL);
    }

    @Override
    public Value read(byte[] bytes, Run run, Wanted wanted) {
        XmlDeclaration declaration = XmlDeclaration.of(bytes, override);
        Value usual = usual(bytes, declaration, wanted);
        return usual == null ? judged(bytes, declaration, run, wanted) : usual;
    }

    /** By one quick pass; null when the platform's parser must look at the message. */
    @Nullable
    Value usual(byte[] bytes, XmlDeclaration declaration, Wanted wanted) {
        return Charsets.isUtf8(declaration.charset())
                ? XmlScanner.read(bytes, declaration.offset(), root, wanted)
                : XmlScanner.read(Charsets.utf8(bytes, declaration.offset(), declaration.charset()), 0, root, wanted);
    }

    /** By the platform's parser, which tells what is wrong and where. */
    Value judged(byte[] bytes, XmlDeclaration declaration, Run run, Wanted wanted) {
        CharBuffer text = Charsets.decode(bytes, declaration.offset(), declaration.charset());
        int stripped = strip(text);
        if (stripped > 0) {
            run.note("STRIPPED: " + stripped + " control character(s) that XML forbids");
        }
        return parse(text, wanted);
    }

    /** Moves the legal characters together; returns how many were illegal. */
    private static int strip(CharBuffer text) {
        char[] chars = text.array();
        int end = text.limit();
        int to = 0;
        for (int i = 0; i < end; i++) {
            char c = chars[i];
            if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF || c == '\n' || c == '\r' || c == '\t') {
                chars[to++] = c;
            }
        }
        text.limit(to);
        return end - to;
    }

    private Value parse(CharBuffer text, Wanted wanted) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new CharArrayReader(text.array(), 0, text.limit()));
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    throw DocumentReader.malformed("has a DTD, which is not accepted");
                }
            }
            Value value = rootElement(reader, wanted);
            while (reader.hasNext()) {
                reader.next();
            }
            return value;
        } catch (XMLStreamException | ArrayIndexOutOfBoundsException e) {
            throw DocumentReader.malformed("is not well-formed XML" + location(e));
        }
    }

    private static String location(Exception e) {
        return e instanceof XMLStreamException xml && xml.getLocation() != null
                ? ", line " + xml.getLocation().getLineNumber() + " column "
                        + xml.getLocation().getColumnNumber()
                : "";
    }

    private Value rootElement(XMLStreamReader reader, Wanted wanted) throws XMLStreamException {
        if (root != null && !root.equals(name(reader))) {
            throw DocumentReader.malformed("has another root element than '" + root + "'");
        }
        Value value = element(reader, 0, wanted);
        return value instanceof Value.Text text && text.text().isBlank() ? new Value.Obj() : value;
    }

    private Value element(XMLStreamReader reader, int depth, Wanted wanted) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw DocumentReader.malformed("is nested deeper than " + DEEPEST + " levels");
        }
        Value.Obj obj = attributes(reader, wanted);
        StringBuilder text = null;
        String only = "";
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    obj = obj == null ? fields(wanted) : obj;
                    child(reader, depth + 1, wanted, obj);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (only.isEmpty()) {
                        only = reader.getText();
                    } else {
                        text = text == null ? new StringBuilder(only) : text;
                        text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return closed(obj, text == null ? only : text.toString());
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw DocumentReader.malformed("uses an entity, which is not accepted");
                default -> {
                    // comments and processing instructions carry no field
                }
            }
        }
    }

    private static Value.Obj fields(Wanted wanted) {
        return new Value.Obj(wanted.size() + 1, !wanted.isWhole());
    }

    private void child(XMLStreamReader reader, int depth, Wanted wanted, Value.Obj obj) throws XMLStreamException {
        String name = name(reader);
        int known = wanted.find(name);
        Value value = element(reader, depth, known < 0 ? Wanted.ALL : wanted.below(known));
        if (known >= 0) {
            obj.addRepeated(wanted.name(known), value);
        } else if (wanted.isWhole()) {
            obj.addRepeated(name, value);
        }
    }

    private static Value closed(Value.@Nullable Obj obj, String text) {
        if (obj == null) {
            return new Value.Text(text);
        }
        if (!text.isBlank()) {
            obj.add(TEXT, new Value.Text(text));
        }
        return obj;
    }

    private Value.@Nullable Obj attributes(XMLStreamReader reader, Wanted wanted) {
        int count = reader.getAttributeCount();
        if (count == 0) {
            return null;
        }
        Value.Obj obj = fields(wanted);
        for (int i = 0; i < count; i++) {
            String name = "@" + qualified(reader.getAttributeNamespace(i), reader.getAttributeLocalName(i));
            int known = wanted.find(name);
            if (known >= 0 || wanted.isWhole()) {
                obj.add(known < 0 ? name : wanted.name(known), new Value.Text(reader.getAttributeValue(i)));
            }
        }
        return obj;
    }

    private String name(XMLStreamReader reader) {
        return qualified(reader.getNamespaceURI(), reader.getLocalName());
    }

    private String qualified(@Nullable String uri, String local) {
        String prefix = uri == null || prefixes.isEmpty() ? null : prefixes.get(uri);
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }
}
