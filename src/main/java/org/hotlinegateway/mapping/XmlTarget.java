package org.hotlinegateway.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Writes XML in its declared encoding; a character the encoding lacks is an error, a reference or a noted substitute. */
final class XmlTarget implements Target {
    private static final byte[] EMPTY_END = "/>".getBytes(StandardCharsets.US_ASCII);

    private final Bytes out;
    private final XmlText text;
    private final Name root;
    private final byte[] head;
    private final byte[] namespaces;
    private boolean tagOpen;

    /**
     * @param head declaration, before the root element
     * @param namespaces declarations inside the root's tag
     */
    XmlTarget(int capacity, XmlText text, Name root, byte[] head, byte[] namespaces, Run run) {
        this.out = new Bytes(capacity);
        this.text = text.forRun(run);
        this.root = root;
        this.head = head;
        this.namespaces = namespaces;
    }

    /** {@code <?xml version="1.0" encoding="GBK"?>}. */
    static byte[] declaration(String encoding, Charset charset) {
        return ("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>").getBytes(charset);
    }

    @Override
    public void start() {
        out.add(head);
        begin(root);
        out.add(namespaces);
    }

    @Override
    public byte[] finish() {
        end(root);
        return out.toArray();
    }

    @Override
    public long mark() {
        return (long) out.size() << 1 | (tagOpen ? 1 : 0);
    }

    @Override
    public void reset(long mark) {
        out.truncate((int) (mark >> 1));
        tagOpen = (mark & 1) == 1;
    }

    private void closeTag() {
        if (tagOpen) {
            out.add('>');
            tagOpen = false;
        }
    }

    @Override
    public void begin(Name name) {
        closeTag();
        out.add(name.open());
        tagOpen = true;
    }

    @Override
    public void end(Name name) {
        if (tagOpen) {
            out.add(EMPTY_END);
            tagOpen = false;
        } else {
            out.add(name.close());
        }
    }

    @Override
    public void beginArray(Name name) {
        // an array is its elements, side by side
    }

    @Override
    public void endArray(Name name) {
        // nothing closes an array
    }

    @Override
    public void beginItem(Name name) {
        begin(name);
    }

    @Override
    public void endItem(Name name) {
        end(name);
    }

    @Override
    public void write(Name name, Value value) {
        if (name.isAttribute()) {
            attribute(name.text().substring(1), value);
        } else if (name.isText()) {
            closeTag();
            text.write(scalar(value), out, false);
        } else if (value instanceof Value.Arr arr) {
            arr.items().forEach(item -> write(name, item));
        } else {
            begin(name);
            content(value);
            end(name);
        }
    }

    private void content(Value value) {
        if (value instanceof Value.Obj obj) {
            fields(obj);
        } else if (!(value instanceof Value.Null)) {
            closeTag();
            text.write(scalar(value), out, false);
        }
    }

    private void fields(Value.Obj obj) {
        for (int i = 0; i < obj.size(); i++) {
            if (obj.name(i).startsWith("@")) {
                attribute(obj.name(i).substring(1), obj.value(i));
            }
        }
        for (int i = 0; i < obj.size(); i++) {
            if (obj.name(i).equals("#text")) {
                closeTag();
                text.write(scalar(obj.value(i)), out, false);
            } else if (!obj.name(i).startsWith("@")) {
                write(new Name(XmlText.checkedName(obj.name(i)), text.charset()), obj.value(i));
            }
        }
    }

    private void attribute(String name, Value value) {
        out.ascii(" " + name + "=\"");
        text.write(scalar(value), out, true);
        out.add('"');
    }

    private static String scalar(Value value) {
        String scalar = Value.scalarText(value);
        if (scalar == null && !(value instanceof Value.Null)) {
            throw new FieldFault(FieldError.Code.TYPE, "is " + value.kind() + ", expected one value");
        }
        return scalar == null ? "" : scalar;
    }
}
