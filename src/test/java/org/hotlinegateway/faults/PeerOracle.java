package org.hotlinegateway.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * All peers as one HTTP server that takes what it is sent, remembers it in a history of its own, and answers in each
 * peer's words. It shares no code with the gateway.
 */
final class PeerOracle implements AutoCloseable {
    private static final int BACKLOG = 1_024;

    static {
        // Read once by the JDK's server: without them small answers wait 40 ms and idle connections close early.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
    }

    private final OracleMemory memory;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "oracle");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer server;

    PeerOracle(OracleMemory memory) {
        this.memory = memory;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    OracleMemory memory() {
        return memory;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            OracleAnswer answer = answer(exchange.getRequestURI().getPath(), body);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private OracleAnswer answer(String path, byte[] raw) {
        String body = Business.text(raw);
        return switch (path) {
            case "/window/inbox" -> OracleAnswer.window(memory.take("window", Business.windowNotice(body)));
            case "/hotline/v2/orders" -> OracleAnswer.hotline(memory.order("hotline", Business.hotlineOrder(body)));
            case "/hotline/v2/callbacks" -> OracleAnswer.hotline(memory.take("hotline", Business.hotlineAction(body)));
            case "/legacy/orders" -> legacyOrder(Business.legacyOrder(body));
            case "/legacy/actions" -> legacyAction(body);
            case "/supervision/feed" -> OracleAnswer.supervision(memory.feed(Business.feed(body)));
            case "/perf/v1/events" -> OracleAnswer.json(200, "{\"code\":0}");
            default -> OracleAnswer.json(404, "{}");
        };
    }

    private OracleAnswer legacyOrder(Business order) {
        return memory.fails(order.caseNo())
                ? OracleAnswer.json(500, "{}")
                : OracleAnswer.legacy(memory.order("hotline-legacy", order));
    }

    private OracleAnswer legacyAction(String body) {
        String caseNo = memory.caseOf(Business.legacyOrderNo(body));
        return OracleAnswer.legacy(memory.take("hotline-legacy", Business.legacyAction(body, caseNo)));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        memory.close();
    }
}
