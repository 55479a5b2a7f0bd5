package org.hotlinegateway.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** An XLSX file from outside, looked at before it is believed: what it unpacks to, and what it merges. */
final class WorkbookFile {
    private static final long MOST_BYTES = 20L << 20;
    private static final long MOST_UNPACKED = 100L << 20;
    private static final int MOST_PARTS = 1000;
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    private final Path file;

    WorkbookFile(Path file) {
        this.file = file;
    }

    /** @throws SheetFault when the file is no workbook or would unpack to more than anyone needs */
    void check() {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw fault("is larger than 20 MB");
            }
            try (ZipFile zip = new ZipFile(file.toFile())) {
                checkParts(zip);
            }
        } catch (ZipException e) {
            throw new SheetFault(file.getFileName() + " is no XLSX workbook. Save the table as .xlsx", e);
        } catch (IOException e) {
            throw new SheetFault("cannot read " + file.getFileName(), e);
        }
    }

    private SheetFault fault(String what) {
        return new SheetFault(file.getFileName() + " " + what + ". Expected an XLSX workbook with code tables");
    }

    private void checkParts(ZipFile zip) throws IOException {
        if (zip.getEntry(WORKBOOK) == null) {
            throw fault("is a ZIP file, but no XLSX workbook");
        }
        if (zip.size() > MOST_PARTS) {
            throw fault("has more than " + MOST_PARTS + " parts");
        }
        long left = MOST_UNPACKED;
        for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
            left -= unpacked(zip, parts.nextElement(), left);
        }
    }

    /** Counts what really comes out, as the size written in the file may lie. */
    private long unpacked(ZipFile zip, ZipEntry part, long atMost) throws IOException {
        long count = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(part)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count += read;
                if (count > atMost) {
                    throw fault("unpacks to more than 100 MB");
                }
            }
        }
        return count;
    }

    /** The first merged range of a sheet, such as {@code A2:B3}. */
    Optional<String> merged(String relation) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String part = relations(zip).get(relation);
            return part == null ? Optional.empty() : Optional.ofNullable(attribute(zip, part, "mergeCell", "ref"));
        } catch (IOException | XMLStreamException e) {
            throw new SheetFault(file.getFileName() + " is a damaged XLSX workbook. Save it again", e);
        }
    }

    private static Map<String, String> relations(ZipFile zip) throws IOException, XMLStreamException {
        Map<String, String> parts = new HashMap<>();
        each(zip, RELATIONS, xml -> {
            String id = xml.getAttributeValue(null, "Id");
            String target = xml.getAttributeValue(null, "Target");
            if (id != null && target != null) {
                parts.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
            return true;
        });
        return parts;
    }

    private static @Nullable String attribute(ZipFile zip, String part, String element, String name)
            throws IOException, XMLStreamException {
        String[] found = new String[1];
        each(zip, part, xml -> {
            if (xml.getLocalName().equals(element)) {
                found[0] = xml.getAttributeValue(null, name);
            }
            return found[0] == null;
        });
        return found[0];
    }

    private interface Look {
        boolean goOn(XMLStreamReader xml);
    }

    private static void each(ZipFile zip, String part, Look look) throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            return;
        }
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && !look.goOn(xml)) {
                    return;
                }
            }
        }
    }
}
