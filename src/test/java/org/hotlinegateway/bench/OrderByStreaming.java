package org.hotlinegateway.bench;

import java.io.ByteArrayInputStream;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the order's XML in one pass by the platform's streaming reader. */
final class OrderByStreaming {
    private static final XMLInputFactory FACTORY = factory();
    private static final Map<String, String> UNITS = Codes.reversed(Codes.UNITS);
    private static final Map<String, String> CHANNELS = Codes.reversed(Codes.CHANNELS);
    private static final Map<String, String> KINDS = Codes.reversed(Codes.KINDS);
    private static final Map<String, String> CAUSES = Codes.reversed(Codes.CAUSES);

    private final Order order = new Order();

    private OrderByStreaming() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    static Order read(byte[] source) throws XMLStreamException {
        XMLStreamReader xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(source));
        xml.nextTag();
        OrderByStreaming reader = new OrderByStreaming();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            reader.field(xml.getLocalName(), xml);
        }
        xml.close();
        reader.order.check();
        return reader.order;
    }

    private void field(String name, XMLStreamReader xml) throws XMLStreamException {
        if (name.equals("files")) {
            file(xml);
            return;
        }
        String text = xml.getElementText();
        if (!text.isBlank()) {
            value(name, text);
        }
    }

    private void value(String name, String text) {
        switch (name) {
            case "requestId" -> order.requestId = text;
            case "serialNumber" -> order.serialNumber = text;
            case "registerTime" -> order.registerTime = Texts.iso(text);
            case "sourceType" -> order.sourceType = Codes.code(CHANNELS, text);
            case "orderKind" -> order.orderKind = Codes.code(KINDS, text);
            case "callerType" -> order.callerType = text;
            case "callerName" -> order.callerName = text;
            case "number" -> order.number = text;
            case "isSecret" -> order.secret = text.equals("1");
            case "isOpen" -> order.open = text.equals("1");
            case "isVisit" -> order.visit = text.equals("1");
            case "causes" -> order.causes.add(Codes.code(CAUSES, text));
            case "title" -> order.title = text;
            case "majorContent" -> order.majorContent = text;
            case "supplyContent" -> order.supplyContent = text;
            case "areaCode" -> order.areaCode = text;
            default -> handling(name, text);
        }
    }

    private void handling(String name, String text) {
        switch (name) {
            case "address" -> order.placeText = Texts.shortened(text, 100);
            case "serviceCode" -> order.serviceCode = text;
            case "serviceName" -> order.serviceName = text;
            case "organizationCode" -> order.unitCode = Codes.code(UNITS, text);
            case "coOrganizationCodes" -> order.coUnits.add(Codes.code(UNITS, text));
            case "handleDays" -> order.handleDays = text;
            case "deadlineDate" -> order.deadlineDate = Texts.iso(text);
            case "handler" -> order.registrar = text.substring(0, text.indexOf('('));
            default -> {
                // fields nobody asks for
            }
        }
    }

    private void file(XMLStreamReader xml) throws XMLStreamException {
        Order.OrderFile file = new Order.OrderFile();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String name = xml.getLocalName();
            String text = xml.getElementText();
            switch (name) {
                case "fileNo" -> file.id = text;
                case "fileName" -> file.name = text;
                case "sizeKb" -> file.size = Long.parseLong(text);
                case "uploadedAt" -> file.at = Texts.isoOfCompact(text);
                default -> {
                    // fields nobody asks for
                }
            }
        }
        order.files.add(file);
    }
}
