package org.hotlinegateway.simulator;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway that takes everything, for tests of what the stand-in peers send. */
final class StandInGateway implements AutoCloseable {
    private final HttpServer server;
    final List<Call> calls = new CopyOnWriteArrayList<>();
    volatile int status = 202;

    StandInGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        calls.add(new Call(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    String lastPath() {
        return last().path();
    }

    String lastText() {
        return new String(last().body(), StandardCharsets.UTF_8);
    }

    Call last() {
        return calls.get(calls.size() - 1);
    }

    boolean lastSignatureHolds(String appId) {
        Headers headers = last().headers();
        Signatures.Stamp stamp =
                new Signatures.Stamp(appId, headers.getFirst("X-Timestamp"), headers.getFirst("X-Nonce"));
        String wanted = Signatures.sign("HMAC-SM3", Caller.SECRET, "POST", lastPath(), stamp, last().body());
        return wanted.equals(headers.getFirst("X-Sign")) && appId.equals(headers.getFirst("X-App-Id"));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    record Call(String path, Headers headers, byte[] body) {}
}
