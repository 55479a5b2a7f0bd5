package org.hotlinegateway.simulator;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All stand-in peers on one HTTP port: what a demo shows and what tests play against.
 *
 * <p>They keep everything in memory and share no code with the gateway. Their clock is given, so that they judge
 * times and stamp signatures in the time of the test.
 */
public final class StandInPeers implements AutoCloseable {
    private final GatewayLine line;
    private final SimulatedWindow window;
    private final SimulatedHotline hotline;
    private final LegacyHotline legacy;
    private final SimulatedPerformance performance;
    private final SimulatedAppointment appointment;
    private final SimulatedSupervision supervision;
    private final Map<String, StandIn> standIns = new LinkedHashMap<>();
    private final StandInServer server;
    private final OrderScript script;

    public StandInPeers(SimulatorSettings settings, Clock clock) {
        line = new GatewayLine(settings.gatewayUrl(), settings.secret(), clock);
        window = new SimulatedWindow(settings.secret(), clock, line);
        hotline = new SimulatedHotline(settings.secret(), clock, line);
        legacy = new LegacyHotline(settings.secret(), clock, line);
        performance = new SimulatedPerformance(settings.secret(), clock, line);
        appointment = new SimulatedAppointment(settings.token(), line);
        supervision = new SimulatedSupervision(settings.token(), line);
        List.of(window, hotline, legacy, performance, appointment, supervision)
                .forEach(standIn -> standIns.put(standIn.peer(), standIn));
        settings.plain().forEach((peer, plain) -> standIns.put(peer, new PlainStandIn(peer, plain)));
        server = new StandInServer(settings, standIns.values(), new Inspection(standIns), clock);
        script = new OrderScript(hotline, legacy, settings.pause(), clock);
        if (settings.autoPlay()) {
            script.playEveryOrder();
        }
    }

    /** Opens the port. */
    public void start() {
        server.start();
    }

    /** Closes the port at once; held requests get no answer. */
    @Override
    public void close() {
        script.stop();
        server.stop();
    }

    /** The port they listen on. */
    public int port() {
        return server.port();
    }

    /** Base address of every stand-in peer. */
    public String url() {
        return "http://localhost:" + port();
    }

    /** From now on the gateway they call is here. */
    public void connect(String gatewayUrl) {
        line.connect(gatewayUrl);
    }

    public SimulatedWindow window() {
        return window;
    }

    public SimulatedHotline hotline() {
        return hotline;
    }

    public LegacyHotline legacy() {
        return legacy;
    }

    public SimulatedPerformance performance() {
        return performance;
    }

    public SimulatedAppointment appointment() {
        return appointment;
    }

    public SimulatedSupervision supervision() {
        return supervision;
    }

    /** The stand-in of this peer. */
    public StandIn standIn(String peer) {
        return Objects.requireNonNull(standIns.get(peer), "No stand-in peer of this code.");
    }

    /** What this peer received, oldest first. */
    public List<Received> received(String peer) {
        return standIn(peer).received();
    }

    /** What each business key did at this peer. */
    public Map<String, Effect> effects(String peer) {
        return standIn(peer).effects();
    }

    /** Plays the order of a case forward, step by step, on demand. */
    public OrderScript script() {
        return script;
    }

    /** Everything received is forgotten and every peer behaves as it should. */
    public void forget() {
        standIns.values().forEach(StandIn::forget);
    }
}
