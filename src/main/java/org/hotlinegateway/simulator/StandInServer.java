package org.hotlinegateway.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The one HTTP port of all stand-in peers, with their faults. */
final class StandInServer {
    private static final long LONGEST_HOLD = 300_000;
    private static final int BACKLOG = 1_024;

    static {
        // Read once by the JDK's server: without them small answers wait 40 ms and idle connections close early.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
    }

    private final Map<String, StandIn> byPath = new HashMap<>();
    private final Inspection inspection;
    private final Clock clock;
    private final ExecutorService threads;
    private final HttpServer server;

    StandInServer(SimulatorSettings settings, Collection<StandIn> standIns, Inspection inspection, Clock clock) {
        standIns.forEach(standIn -> standIn.paths().forEach(path -> byPath.put(path, standIn)));
        this.inspection = inspection;
        this.clock = clock;
        this.threads = Executors.newCachedThreadPool(StandInServer::thread);
        this.server = bind(settings);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    private static HttpServer bind(SimulatorSettings settings) {
        try {
            return HttpServer.create(new InetSocketAddress(settings.address(), settings.port()), BACKLOG);
        } catch (IOException taken) {
            throw new UncheckedIOException(
                    "Port " + settings.port() + " of the stand-in peers is not free; set gateway.simulator.port.",
                    taken);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "stand-in-peer");
        thread.setDaemon(true);
        return thread;
    }

    void start() {
        server.start();
    }

    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = new Request(
                    clock.instant(),
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes());
            Answer answer = answer(request, exchange);
            if (answer != null) {
                send(exchange, answer);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Answer answer(Request request, HttpExchange exchange) throws InterruptedException {
        StandIn standIn = byPath.get(request.path());
        if (standIn == null) {
            return inspection.answer(request, exchange.getRequestURI().getQuery());
        }
        if (!request.method().equals("POST")) {
            return Answer.plain(405, "text/plain", "POST only", "");
        }
        return met(standIn, request, standIn.takeMode());
    }

    /** Meets a request in this mode; no answer means that the connection is closed. */
    private static @Nullable Answer met(StandIn standIn, Request request, Mode mode) throws InterruptedException {
        Answer answer = switch (mode) {
            case OK, RESET_AFTER_CREATE, TIMEOUT_AFTER_CREATE -> standIn.answer(request);
            case REFUSE -> standIn.refusal(standIn.modeText());
            case HTTP_500 -> Answer.plain(500, "text/plain", "Internal Server Error", mode.shown());
            case HTTP_503 -> Answer.plain(503, "text/plain", "Service Unavailable", mode.shown());
            case GARBAGE -> Answer.plain(200, "text/html", "<html><body>login</body>", mode.shown());
            case DOWN, TIMEOUT -> Answer.plain(0, "", "", mode.shown());
        };
        standIn.keep(request, answer);
        if (mode == Mode.TIMEOUT || mode == Mode.TIMEOUT_AFTER_CREATE) {
            standIn.holdUntilTold(LONGEST_HOLD);
        }
        boolean silent = switch (mode) {
            case DOWN, TIMEOUT, RESET_AFTER_CREATE, TIMEOUT_AFTER_CREATE -> true;
            case OK, REFUSE, HTTP_500, HTTP_503, GARBAGE -> false;
        };
        return silent ? null : answer;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (!answer.contentType().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }
}
