package org.hotlinegateway.simulator;

import com.sun.net.httpserver.Headers;
import java.time.Instant;
import java.util.Objects;

/** One request as it reached a stand-in peer. */
record Request(Instant at, String method, String path, Headers headers, byte[] body) {
    String header(String name) {
        return Objects.requireNonNullElse(headers.getFirst(name), "");
    }
}
