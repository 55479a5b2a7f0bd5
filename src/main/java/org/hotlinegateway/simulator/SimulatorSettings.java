package org.hotlinegateway.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the stand-in peers are reached and how they reach the gateway.
 *
 * @param enabled whether the stand-in peers start with the gateway
 * @param address address they listen on
 * @param port port of all stand-in peers; 0 takes a free one
 * @param gatewayUrl base address of the gateway they call
 * @param autoPlay whether the hotlines play every order forward by themselves
 * @param pause time between two steps played by themselves
 * @param secret secret of every signature
 * @param token token of the appointment system and the supervision platform
 * @param plain further stand-ins by peer code, made of configuration
 */
@ConfigurationProperties("gateway.simulator")
public record SimulatorSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("8090") int port,
        @DefaultValue("http://localhost:8080") String gatewayUrl,
        @DefaultValue("false") boolean autoPlay,
        @DefaultValue("2s") Duration pause,
        @DefaultValue("demo-secret-not-real") String secret,
        @DefaultValue("demo-token") String token,
        @DefaultValue Map<String, Plain> plain) {
    /**
     * A stand-in that takes everything and answers the same.
     *
     * @param paths where it is posted to
     * @param mediaType of its answer
     * @param answer its answer; {@code {number}} counts what it received
     */
    public record Plain(
            Set<String> paths,
            @DefaultValue("application/json") String mediaType,
            @DefaultValue("{}") String answer) {}

    /** Settings on a free local port with the demo secret; nothing plays by itself. */
    public static SimulatorSettings onFreePort(String gatewayUrl) {
        return new SimulatorSettings(
                true,
                "127.0.0.1",
                0,
                gatewayUrl,
                false,
                Duration.ofSeconds(2),
                "demo-secret-not-real",
                "demo-token",
                Map.of());
    }

    /** The same settings with orders that play forward by themselves. */
    public SimulatorSettings playing(Duration between) {
        return new SimulatorSettings(enabled, address, port, gatewayUrl, true, between, secret, token, plain);
    }
}
