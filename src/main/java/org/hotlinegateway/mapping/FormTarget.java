package org.hotlinegateway.mapping;

import java.net.URLEncoder;
import java.nio.charset.Charset;

/** Writes {@code application/x-www-form-urlencoded}: single values and repeated names, no nesting. */
final class FormTarget implements Target {
    private final Bytes out = new Bytes(256);
    private final Charset charset;

    FormTarget(Charset charset) {
        this.charset = charset;
    }

    @Override
    public void start() {
        // a form has no opening
    }

    @Override
    public byte[] finish() {
        return out.toArray();
    }

    @Override
    public long mark() {
        return out.size();
    }

    @Override
    public void reset(long mark) {
        out.truncate((int) mark);
    }

    private static FieldFault nested() {
        return new FieldFault(FieldError.Code.TYPE, "is nested, which a form cannot hold");
    }

    @Override
    public void begin(Name name) {
        throw nested();
    }

    @Override
    public void end(Name name) {
        throw nested();
    }

    @Override
    public void beginArray(Name name) {
        throw nested();
    }

    @Override
    public void endArray(Name name) {
        throw nested();
    }

    @Override
    public void beginItem(Name name) {
        throw nested();
    }

    @Override
    public void endItem(Name name) {
        throw nested();
    }

    @Override
    public void write(Name name, Value value) {
        if (value instanceof Value.Arr arr) {
            arr.items().forEach(item -> write(name, item));
            return;
        }
        String text = Value.scalarText(value);
        if (text == null && !(value instanceof Value.Null)) {
            throw nested();
        }
        out.ascii(out.size() == 0 ? "" : "&");
        out.ascii(URLEncoder.encode(name.text(), charset) + "=");
        out.ascii(text == null ? "" : URLEncoder.encode(text, charset));
    }
}
