package org.hotlinegateway.attachment;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks clamd's INSTREAM over TCP: strict about the protocol, and finds the EICAR test file wherever it begins. */
public final class StandInClamd implements AutoCloseable {
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    /** How it behaves. */
    public enum Mode {
        OK,
        SILENT,
        TOO_SMALL
    }

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);

    private static final long LAST_ANSWER_MILLIS = 5_000;

    private final ServerSocket server;
    private final Thread accepting = new Thread(this::accept, "stand-in-clamd");
    private final AtomicInteger scanned = new AtomicInteger();
    public volatile Mode mode = Mode.OK;

    public StandInClamd() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting.setDaemon(true);
        accepting.start();
    }

    public URI address() {
        return URI.create("clamd://localhost:" + server.getLocalPort());
    }

    public int scanned() {
        return scanned.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer(socket);
            } catch (IOException e) {
                // the caller went away, or the server was closed
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        DataInputStream in = new DataInputStream(socket.getInputStream());
        String verdict = verdict(in);
        if (mode == Mode.SILENT) {
            in.read();
        }
        socket.getOutputStream().write((verdict + "\0").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        scanned.incrementAndGet();
    }

    private String verdict(DataInputStream in) throws IOException {
        if (!Arrays.equals(in.readNBytes(COMMAND.length), COMMAND)) {
            return "UNKNOWN COMMAND";
        }
        if (mode == Mode.TOO_SMALL) {
            return "INSTREAM size limit exceeded. ERROR";
        }
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            byte[] chunk = in.readNBytes(length);
            first.write(chunk, 0, Math.min(chunk.length, Math.max(0, 256 - first.size())));
        }
        return first.toString(StandardCharsets.ISO_8859_1).startsWith(EICAR)
                ? "stream: Eicar-Test-Signature FOUND"
                : "stream: OK";
    }

    /** From here on connections are refused: one may still be taken until the accepting thread has noticed. */
    @Override
    public void close() {
        try {
            server.close();
            accepting.join(LAST_ANSWER_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
