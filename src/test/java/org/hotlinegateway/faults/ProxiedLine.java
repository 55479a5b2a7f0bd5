package org.hotlinegateway.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One connection through the proxy: request, answer, request, answer. */
final class ProxiedLine {
    private static final int CHUNK = 16 * 1024;
    private static final int DRIPS = 40;
    private static final long DRIP_PAUSE = TimeUnit.MILLISECONDS.toNanos(15);
    private static final int DUPLICATE_WAIT_MILLIS = 5_000;

    private final Socket client;
    private final int port;
    private final FaultSwitch faults;
    private final ByteArrayOutputStream request = new ByteArrayOutputStream();
    private Socket upstream;
    private LineFault fault = LineFault.NONE;
    private boolean asking;

    ProxiedLine(Socket client, int port, FaultSwitch faults) {
        this.client = client;
        this.port = port;
        this.faults = faults;
    }

    /** Carries until one of the two ends. */
    void carry() {
        try {
            client.setTcpNoDelay(true);
            upstream = connect();
            FaultProxy.start("answers", this::answers);
            requests();
        } catch (IOException e) {
            // one side is gone
        } finally {
            close();
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private void requests() throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int read = client.getInputStream().read(chunk);
                read >= 0;
                read = client.getInputStream().read(chunk)) {
            LineFault met = asked(chunk, read);
            if (met == LineFault.CUT_BEFORE_REQUEST) {
                return;
            }
            if (met != LineFault.BLACKHOLE) {
                upstream.getOutputStream().write(chunk, 0, read);
            }
        }
    }

    private synchronized LineFault asked(byte[] chunk, int read) {
        if (!asking) {
            asking = true;
            request.reset();
            fault = faults.draw();
            if (fault == LineFault.BLACKHOLE || fault == LineFault.CUT_BEFORE_REQUEST) {
                faults.struck(fault);
            }
        }
        request.write(chunk, 0, read);
        return fault;
    }

    private void answers() {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int read = upstream.getInputStream().read(chunk);
                    read >= 0 && answer(chunk, read);
                    read = upstream.getInputStream().read(chunk)) {
                continue;
            }
        } catch (IOException e) {
            // one side is gone
        } finally {
            close();
        }
    }

    private boolean answer(byte[] chunk, int read) throws IOException {
        LineFault met = answered();
        switch (met) {
            case LATENCY -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(faults.latencyMillis()));
            case DUPLICATE -> repeat();
            case GARBAGE -> client.getOutputStream().write(faults.noise());
            default -> {}
        }
        if (met == LineFault.CUT_BEFORE_ANSWER || met == LineFault.GARBAGE) {
            return false;
        }
        write(client.getOutputStream(), chunk, read, met == LineFault.SLOW_DRIP);
        return true;
    }

    /** What the first bytes of an answer meet; the rest of it passes. */
    private synchronized LineFault answered() {
        if (!asking) {
            return LineFault.NONE;
        }
        asking = false;
        if (fault != LineFault.NONE) {
            faults.struck(fault);
        }
        return fault;
    }

    private static void write(OutputStream out, byte[] chunk, int read, boolean drip) throws IOException {
        int done = 0;
        while (drip && done < Math.min(DRIPS, read)) {
            out.write(chunk, done++, 1);
            out.flush();
            LockSupport.parkNanos(DRIP_PAUSE);
        }
        out.write(chunk, done, read - done);
    }

    /** The same bytes once more on a line of their own; whatever is answered is dropped. */
    private void repeat() {
        byte[] bytes;
        synchronized (this) {
            bytes = request.toByteArray();
        }
        try (Socket second = connect()) {
            second.setSoTimeout(DUPLICATE_WAIT_MILLIS);
            second.getOutputStream().write(bytes);
            second.getInputStream().read(new byte[CHUNK]);
        } catch (IOException e) {
            // the peer need not answer twice
        }
    }

    void close() {
        FaultProxy.closeQuietly(client);
        if (upstream != null) {
            FaultProxy.closeQuietly(upstream);
        }
    }
}
