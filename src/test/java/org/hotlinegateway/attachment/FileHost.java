package org.hotlinegateway.attachment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A peer's file server that can fail in the ways such servers fail. */
final class FileHost implements AutoCloseable {
    /** How it behaves. */
    enum Mode {
        OK,
        HALF,
        LOGIN_PAGE,
        SILENT,
        BUSY,
        GONE,
        REDIRECT,
        ENDLESS
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    volatile Mode mode = Mode.OK;
    volatile byte[] content = new byte[0];
    volatile String location = "";

    FileHost() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String host() {
        return "localhost:" + server.getAddress().getPort();
    }

    String url() {
        return "http://" + host() + "/files/1";
    }

    int asked() {
        return asked.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            switch (mode) {
                case OK -> send(exchange, 200, "image/jpeg", content, content.length);
                case HALF -> send(exchange, 200, "image/jpeg", content, content.length * 2L);
                case LOGIN_PAGE -> send(exchange, 200, "image/jpeg", page(), page().length);
                case SILENT -> closed.await();
                case BUSY -> send(exchange, 503, "text/plain", page(), page().length);
                case GONE -> send(exchange, 404, "text/plain", page(), page().length);
                case REDIRECT -> redirect(exchange);
                case ENDLESS -> endless(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] page() {
        return "<!DOCTYPE html><html><title>login</title></html>".getBytes();
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body, long told)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, told);
        exchange.getResponseBody().write(body);
    }

    private void redirect(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/moved")) {
            send(exchange, 200, "image/jpeg", content, content.length);
            return;
        }
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
    }

    private void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] block = new byte[64 * 1024];
        System.arraycopy(content, 0, block, 0, Math.min(content.length, block.length));
        while (closed.getCount() > 0) {
            exchange.getResponseBody().write(block);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
