package org.hotlinegateway.bench;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the order by the platform's streaming XML writer, in GBK. */
final class OrderAsXml {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;

    private OrderAsXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] write(Order order, int size) throws XMLStreamException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, "GBK");
        xml.writeStartDocument("GBK", "1.0");
        xml.writeStartElement("ORDER");
        new OrderAsXml(xml).fields(order);
        xml.writeEndElement();
        xml.close();
        return out.toByteArray();
    }

    private void fields(Order order) throws XMLStreamException {
        head(order);
        caller(order);
        matter(order);
        handling(order);
        files(order);
    }

    private void head(Order order) throws XMLStreamException {
        text("requestId", order.requestId);
        text("serialNumber", order.serialNumber);
        text("registerTime", order.registerTime);
        text("sourceType", order.sourceType);
        text("orderKind", order.orderKind);
        text("callerType", order.callerType);
    }

    private void caller(Order order) throws XMLStreamException {
        if (!order.secret) {
            text("callerName", order.callerName);
            text("callerSex", order.callerSex);
            text("callerIdcard", order.callerIdcard);
            text("number", order.number);
        }
        text("companyName", order.companyName);
        text("isSecret", order.secret ? "1" : "0");
        text("isOpen", order.open ? "1" : "0");
        text("isVisit", order.visit ? "1" : "0");
    }

    private void matter(Order order) throws XMLStreamException {
        codes("causes", order.causes, Codes.CAUSES);
        text("causeNames", order.causeNames());
        text("title", order.title);
        text("majorContent", order.majorContent);
        text("supplyContent", order.supplyContent);
        text("areaCode", order.areaCode);
        text("address", order.address());
        text("serviceCode", order.serviceCode);
        text("serviceName", order.serviceName);
    }

    private void handling(Order order) throws XMLStreamException {
        text("pilotLight", order.pilotLight());
        text("organizationCode", order.organizationCode());
        codes("coOrganizationCodes", order.coUnits, Codes.UNITS);
        text("handleDays", order.handleDays);
        text("deadlineDate", order.deadlineDate);
        text("handler", order.handler());
    }

    private void files(Order order) throws XMLStreamException {
        if (order.hasFiles) {
            text("fileCount", Integer.toString(order.files.size()));
        }
        for (Order.OrderFile file : order.files) {
            xml.writeStartElement("files");
            text("fileNo", file.id);
            text("fileName", file.name);
            text("sizeKb", Long.toString(file.sizeKb()));
            text("uploadedAt", file.at);
            xml.writeEndElement();
        }
    }

    private void text(String name, String value) throws XMLStreamException {
        if (value != null) {
            xml.writeStartElement(name);
            xml.writeCharacters(value);
            xml.writeEndElement();
        }
    }

    private void codes(String name, List<String> keys, Map<String, String> codes) throws XMLStreamException {
        for (String key : keys) {
            text(name, Codes.code(codes, key));
        }
    }
}
