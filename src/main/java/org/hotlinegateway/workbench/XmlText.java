package org.hotlinegateway.workbench;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartDocument;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/** Rewrites the texts and attributes of an XML message in its own encoding. */
final class XmlText {
    private static final XMLInputFactory IN = input();
    private static final XMLOutputFactory OUT = XMLOutputFactory.newDefaultFactory();
    private static final XMLEventFactory EVENTS = XMLEventFactory.newDefaultFactory();

    private final Leaves leaves;
    private final Deque<String> path = new ArrayDeque<>();

    XmlText(Leaves leaves) {
        this.leaves = leaves;
    }

    private static XMLInputFactory input() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    void rewrite(InputStream in, OutputStream out) throws XMLStreamException {
        XMLEventReader reader = IN.createXMLEventReader(in);
        XMLEvent start = reader.nextEvent();
        String encoding = start instanceof StartDocument document ? document.getCharacterEncodingScheme() : "UTF-8";
        XMLEventWriter writer = OUT.createXMLEventWriter(out, encoding);
        writer.add(EVENTS.createStartDocument(encoding, "1.0"));
        while (reader.hasNext()) {
            writer.add(rewritten(reader.nextEvent()));
        }
        writer.close();
    }

    private XMLEvent rewritten(XMLEvent event) {
        if (event instanceof StartElement element) {
            String name = element.getName().getLocalPart();
            path.addLast(path.isEmpty() ? "" : MessageText.below(path.getLast(), name));
            return element(element);
        }
        if (event.isEndElement()) {
            path.removeLast();
        }
        return event.isCharacters() && !event.asCharacters().isWhiteSpace()
                ? EVENTS.createCharacters(
                        leaves.replaced(path.getLast(), event.asCharacters().getData()))
                : event;
    }

    private XMLEvent element(StartElement element) {
        List<Attribute> attributes = new ArrayList<>();
        element.getAttributes().forEachRemaining(attribute -> {
            String at =
                    MessageText.below(path.getLast(), "@" + attribute.getName().getLocalPart());
            attributes.add(EVENTS.createAttribute(attribute.getName(), leaves.replaced(at, attribute.getValue())));
        });
        return EVENTS.createStartElement(element.getName(), attributes.iterator(), element.getNamespaces());
    }
}
