package org.hotlinegateway.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A multipart/form-data message as a peer reads it, apart from the gateway's own code. */
record Multipart(Map<String, String> fields, @Nullable String filename, byte[] file) {

    /** Reads a message; empty fields and no file when it is none. */
    static Multipart read(String contentType, byte[] body) {
        int at = contentType.indexOf("boundary=");
        if (!contentType.startsWith("multipart/form-data") || at < 0) {
            return new Multipart(Map.of(), null, new byte[0]);
        }
        byte[] mark = ascii(
                "\r\n--" + contentType.substring(at + "boundary=".length()).replace("\"", ""));
        byte[] all = join(ascii("\r\n"), body);
        Map<String, String> fields = new LinkedHashMap<>();
        String filename = null;
        byte[] file = new byte[0];
        int from = find(all, mark, 0);
        for (int to = find(all, mark, from + 1); from >= 0 && to > from; to = find(all, mark, from + 1)) {
            Part part = Part.of(Arrays.copyOfRange(all, from + mark.length + 2, to));
            if (part.filename() == null) {
                fields.put(part.name(), new String(part.content(), StandardCharsets.UTF_8));
            } else {
                filename = part.filename();
                file = part.content();
            }
            from = to;
        }
        return new Multipart(fields, filename, file);
    }

    private record Part(String name, @Nullable String filename, byte[] content) {
        static Part of(byte[] part) {
            int end = find(part, ascii("\r\n\r\n"), 0);
            String head = new String(part, 0, Math.max(end, 0), StandardCharsets.UTF_8);
            byte[] content = Arrays.copyOfRange(part, Math.min(end + 4, part.length), part.length);
            return new Part(String.valueOf(parameter(head, "; name=\"")), parameter(head, "; filename=\""), content);
        }

        private static @Nullable String parameter(String head, String opening) {
            int at = head.indexOf(opening);
            int from = at + opening.length();
            return at < 0 ? null : head.substring(from, head.indexOf('"', from));
        }
    }

    private static int find(byte[] in, byte[] what, int from) {
        for (int at = Math.max(from, 0); at + what.length <= in.length; at++) {
            if (in[at] == what[0] && Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
                return at;
            }
        }
        return -1;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
