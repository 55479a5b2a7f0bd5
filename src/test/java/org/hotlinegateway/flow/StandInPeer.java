package org.hotlinegateway.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A peer on a plain socket that can answer, keep silent, break the line or not be there at all. */
final class StandInPeer implements AutoCloseable {
    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    /** What a request brought. */
    record Received(String head, String body) {
        String path() {
            return head.split(" ", 3)[1];
        }

        boolean hasHeader(String name) {
            return head.toLowerCase(Locale.ROOT).contains("\n" + name.toLowerCase(Locale.ROOT) + ":");
        }
    }

    private enum Manner {
        ANSWER,
        SILENCE,
        RESET
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, String> byPath = new ConcurrentHashMap<>();
    private final List<Socket> silent = new ArrayList<>();
    private final int port;
    private volatile ServerSocket server;
    private volatile Manner manner = Manner.ANSWER;
    private volatile String answer = "";

    StandInPeer() {
        server = listen(0);
        port = server.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    /** Answers requests to one address in a way of its own, whatever else it does. */
    void answersAt(String path, int status, String body) {
        byPath.put(path, response(status, body));
    }

    void answers(int status, String body, String... headers) {
        answer = response(status, body, headers);
        manner = Manner.ANSWER;
    }

    private static String response(int status, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return "HTTP/1.1 " + status + " told\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length
                + "\r\nX-Internal: secret\r\n"
                + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList()) + "\r\n" + body;
    }

    void keepsSilent() {
        manner = Manner.SILENCE;
    }

    void breaksTheLine() {
        manner = Manner.RESET;
    }

    void goesAway() {
        closed(server);
    }

    void comesBack() {
        server = listen(port);
    }

    @Override
    public void close() {
        goesAway();
        silent.forEach(StandInPeer::closed);
    }

    private ServerSocket listen(int wanted) {
        try {
            ServerSocket fresh = new ServerSocket(wanted, 50, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(() -> serve(fresh), "stand-in-peer");
            thread.setDaemon(true);
            thread.start();
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                handle(from.accept());
            } catch (IOException e) {
                // a closed line is what some tests are about
            }
        }
    }

    private void handle(Socket socket) throws IOException {
        Received request = read(socket.getInputStream());
        received.add(request);
        String own = byPath.get(request.path());
        if (own != null) {
            answer(socket, own);
            return;
        }
        switch (manner) {
            case SILENCE -> silent.add(socket);
            case RESET -> {
                socket.setSoLinger(true, 0);
                socket.close();
            }
            case ANSWER -> answer(socket, answer);
        }
    }

    private static void answer(Socket socket, String answer) throws IOException {
        String closing = answer.replaceFirst("\r\n", "\r\nConnection: close\r\n");
        socket.getOutputStream().write(closing.getBytes(StandardCharsets.UTF_8));
        socket.close();
    }

    private static Received read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!endsWithHeadEnd(head.toByteArray())) {
            head.write(in.read());
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        String length = text.replaceFirst("(?is).*\ncontent-length: *(\\d+).*", "$1");
        int expected = length.equals(text) ? 0 : Integer.parseInt(length);
        return new Received(text, new String(in.readNBytes(expected), StandardCharsets.UTF_8));
    }

    private static boolean endsWithHeadEnd(byte[] read) {
        int from = read.length - HEAD_END.length;
        return from >= 0 && Arrays.equals(read, from, read.length, HEAD_END, 0, HEAD_END.length);
    }

    private static void closed(AutoCloseable line) {
        try {
            line.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
