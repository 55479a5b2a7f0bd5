package org.hotlinegateway.peer;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The limits of a peer in force at one gateway: as configured, with what staff set over it, and with this gateway's share
 * of what all gateways may do together. The units are those of {@link OutboundLimits} and {@link InboundLimits}.
 *
 * @param held true when staff stopped sending
 */
public record PeerLimits(
        double rate,
        int concurrency,
        double drainRate,
        int failures,
        Duration longestPause,
        List<MaintenanceWindow> maintenance,
        boolean held,
        double doorRate,
        double hallRate) {

    static PeerLimits of(PeerProfile peer, Map<PeerSetting, String> set, int gateways) {
        OutboundLimits out = peer.outbound().limits();
        InboundLimits in = peer.inbound().limits();
        int concurrency = (int) number(set, PeerSetting.CONCURRENCY, out.concurrency());
        String windows = set.get(PeerSetting.MAINTENANCE);
        return new PeerLimits(
                number(set, PeerSetting.RATE, out.rate()) / gateways,
                (concurrency + gateways - 1) / gateways,
                number(set, PeerSetting.DRAIN_RATE, out.drainRate()) / gateways,
                out.failures(),
                out.longestPause(),
                windows == null ? out.maintenance() : MaintenanceWindow.parseAll(windows),
                Boolean.parseBoolean(set.getOrDefault(PeerSetting.HOLD, "false")),
                number(set, PeerSetting.DOOR_RATE, in.rate()) / gateways,
                number(set, PeerSetting.HALL_RATE, in.hallRate()) / gateways);
    }

    private static double number(Map<PeerSetting, String> set, PeerSetting name, double configured) {
        String text = set.get(name);
        return text == null ? configured : Double.parseDouble(text);
    }
}
