package org.hotlinegateway.mapping;

/** Reads JSON; numbers keep their text, malformed UTF-8 and a key given twice are refused. */
final class JsonReader implements DocumentReader {
    @Override
    public Value read(byte[] bytes, Run run) {
        return parse(bytes);
    }

    @Override
    public Value read(byte[] bytes, Run run, Wanted wanted) {
        return JsonScanner.read(bytes, wanted);
    }

    static Value parse(byte[] bytes) {
        return JsonScanner.read(bytes, Wanted.ALL);
    }
}
