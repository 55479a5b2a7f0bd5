package org.hotlinegateway.attachment;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** Asks a clamd by its command INSTREAM over TCP: chunks with their lengths, then one line of verdict. */
final class Clamd implements Scanner {
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_VERDICT = 4096;

    private final InetSocketAddress address;
    private final int timeout;

    /** @param timeout for the connection and for every silence */
    Clamd(String host, int port, Duration timeout) {
        this.address = InetSocketAddress.createUnresolved(host, port);
        this.timeout = Math.toIntExact(timeout.toMillis());
    }

    @Override
    public void scan(InputStream content) throws IOException, NotTaken {
        String verdict = verdict(content);
        if (verdict.endsWith(" FOUND")) {
            throw new NotTaken(Finding.MALWARE);
        }
        if (!verdict.equals("stream: OK")) {
            throw new Down("clamd gave no verdict: " + verdict.toLowerCase(Locale.ROOT));
        }
    }

    private String verdict(InputStream content) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(timeout);
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), timeout);
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK));
            out.write(COMMAND);
            send(content, out);
            byte[] answer = socket.getInputStream().readNBytes(LONGEST_VERDICT);
            return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
        } catch (Unread e) {
            throw e.failure;
        } catch (IOException e) {
            throw new Down(e.toString());
        }
    }

    private static void send(InputStream content, DataOutputStream out) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int got = read(content, chunk); got >= 0; got = read(content, chunk)) {
            if (got > 0) {
                out.writeInt(got);
                out.write(chunk, 0, got);
            }
        }
        out.writeInt(0);
        out.flush();
    }

    private static int read(InputStream content, byte[] chunk) throws Unread {
        try {
            return content.read(chunk);
        } catch (IOException e) {
            throw new Unread(e);
        }
    }

    /** Tells a failure of the content from one of the line. */
    private static final class Unread extends IOException {
        private static final long serialVersionUID = 1L;

        private final IOException failure;

        Unread(IOException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
