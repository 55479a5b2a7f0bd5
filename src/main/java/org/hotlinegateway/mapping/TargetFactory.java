package org.hotlinegateway.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Makes a fresh writer for each message. */
interface TargetFactory {
    Plan.Fields NOTHING = new Plan.Fields(new Plan[0]);

    int USUAL = 1024;

    /** @param capacity how many bytes the message will have, more or less */
    Target create(Run run, int capacity);

    default Target create(Run run) {
        return create(run, USUAL);
    }

    String contentType();

    /** What is done to the finished bytes. */
    default byte[] wrap(byte[] bytes, Frame frame) {
        return bytes;
    }

    /** The fields around the message. */
    default Plan.Fields around() {
        return NOTHING;
    }

    /** For a message without rules: nothing stands beside its text. */
    static TargetFactory of(Format format) {
        return of(format, new Plan.Fields(new Plan[] {Envelope.text(format)}));
    }

    /** @param around the fields around the message, for json-in-text */
    static TargetFactory of(Format format, Plan.Fields around) {
        return switch (format.kind()) {
            case "xml" -> new Xml(format);
            case "form" -> new Form(format);
            case "json-in-text" -> new JsonInText(format, around);
            default -> new Json(format);
        };
    }

    /** JSON, compact, in UTF-8. */
    record Json(Format format) implements TargetFactory {
        @Override
        public Target create(Run run, int capacity) {
            return new JsonTarget(capacity, format.isRootArray());
        }

        @Override
        public String contentType() {
            return "application/json";
        }
    }

    /** A JSON object; one of its fields holds the message as a JSON text. */
    record JsonInText(Format format, Plan.Fields around) implements TargetFactory {
        @Override
        public Target create(Run run, int capacity) {
            return new JsonTarget(capacity, format.isRootArray());
        }

        @Override
        public String contentType() {
            return "application/json";
        }

        @Override
        public byte[] wrap(byte[] bytes, Frame frame) {
            frame.run().message(new Value.Text(new String(bytes, StandardCharsets.UTF_8)));
            JsonTarget outer = new JsonTarget(bytes.length + USUAL, false);
            outer.start();
            around.write(frame, outer, true);
            return outer.finish();
        }
    }

    /** A form. */
    record Form(Format format) implements TargetFactory {
        @Override
        public Target create(Run run, int capacity) {
            return new FormTarget(format.charset());
        }

        @Override
        public String contentType() {
            return "application/x-www-form-urlencoded";
        }
    }

    /** XML in the declared encoding, its declaration always written. */
    final class Xml implements TargetFactory {
        private final String contentType;
        private final XmlText text;
        private final Name root;
        private final byte[] head;
        private final byte[] namespaces;

        Xml(Format format) {
            String declared = format.encoding();
            String encoding = declared == null ? "UTF-8" : declared;
            String name = format.root();
            this.contentType = "text/xml; charset=" + encoding;
            this.text = XmlText.of(
                    format.charset(),
                    XmlText.Unencodable.valueOf(format.unencodable().toUpperCase(Locale.ROOT)));
            this.root = new Name(name == null ? "MESSAGE" : name, format.charset());
            this.head = XmlTarget.declaration(encoding, format.charset());
            this.namespaces = namespaces(format);
        }

        private static byte[] namespaces(Format format) {
            StringBuilder declarations = new StringBuilder();
            format.namespaces()
                    .forEach((prefix, uri) -> declarations
                            .append(prefix.isEmpty() ? " xmlns" : " xmlns:")
                            .append(prefix)
                            .append("=\"")
                            .append(uri)
                            .append('"'));
            return declarations.toString().getBytes(format.charset());
        }

        @Override
        public Target create(Run run, int capacity) {
            return new XmlTarget(capacity, text, root, head, namespaces, run);
        }

        @Override
        public String contentType() {
            return contentType;
        }
    }
}
