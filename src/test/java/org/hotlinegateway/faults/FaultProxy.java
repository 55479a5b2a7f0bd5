package org.hotlinegateway.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP proxy that carries HTTP exchanges to a local port and lets them meet faults. */
final class FaultProxy implements AutoCloseable {
    private static final int BACKLOG = 1_024;

    private final String name;
    private final int upstream;
    private final FaultSwitch faults;
    private final int port;
    private volatile ServerSocket server;
    private final Set<ProxiedLine> lines = ConcurrentHashMap.newKeySet();

    /**
     * @param name what the line leads to
     * @param upstream the local port it leads to
     * @param seed of all chance on this line
     */
    FaultProxy(String name, int upstream, long seed) {
        this.name = name;
        this.upstream = upstream;
        this.faults = new FaultSwitch(seed);
        this.server = listen(0);
        this.port = server.getLocalPort();
        FaultProxy.start("proxy-" + name, () -> accept(server));
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    String url() {
        return "http://localhost:" + port();
    }

    FaultSwitch faults() {
        return faults;
    }

    /** Nobody listens any more: connections are refused, open ones break. */
    void down() {
        close();
    }

    /** Listens again, at the same port. */
    void up() {
        ServerSocket again = listen(port);
        server = again;
        start("proxy-" + name, () -> accept(again));
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                ProxiedLine line = new ProxiedLine(listening.accept(), upstream, faults);
                lines.add(line);
                start("line-" + name, () -> {
                    line.carry();
                    lines.remove(line);
                });
            } catch (IOException closed) {
                // no further line
            }
        }
    }

    static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is being given up
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.forEach(ProxiedLine::close);
    }
}
