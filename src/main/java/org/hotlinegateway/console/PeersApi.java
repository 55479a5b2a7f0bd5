package org.hotlinegateway.console;

import java.security.Principal;
import java.util.List;
import org.hotlinegateway.delivery.Lanes;
import org.hotlinegateway.delivery.PeerStatus;
import org.hotlinegateway.delivery.SharedLimits;
import org.hotlinegateway.ledger.PeerSettings.Change;
import org.hotlinegateway.ledger.PeerSettings.Setting;
import org.hotlinegateway.ledger.PeerSettings.Wanted;
import org.hotlinegateway.peer.PeerLimits;
import org.hotlinegateway.peer.PeerSetting;
import org.hotlinegateway.peer.Peers;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How peers are sent to and what they may send, and what staff set about it. */
@RestController
@RequestMapping("/staff/api/v1/peers")
final class PeersApi {
    private static final int MOST = 1000;

    private final Peers peers;
    private final Lanes lanes;
    private final SharedLimits limits;

    PeersApi(Peers peers, Lanes lanes, SharedLimits limits) {
        this.peers = peers;
        this.lanes = lanes;
        this.limits = limits;
    }

    /**
     * A peer as staff see it.
     *
     * @param here how this gateway sends to it now
     * @param limits what is in force at this gateway
     * @param set what staff set over what is configured
     */
    record PeerView(String code, String name, PeerStatus here, PeerLimits limits, List<Setting> set) {}

    /**
     * What staff want.
     *
     * @param value the new value, or absent: as configured again
     */
    record NewValue(@Nullable String value, @Nullable String reason) {}

    @GetMapping
    List<PeerView> all() {
        return lanes.peers().stream().map(this::view).toList();
    }

    @GetMapping("/{code}")
    PeerView one(@PathVariable String code) {
        return lanes.peers().stream()
                .filter(peer -> peer.peer().equals(code))
                .findFirst()
                .map(this::view)
                .orElseThrow(PeersApi::noPeer);
    }

    private PeerView view(PeerStatus here) {
        String code = here.peer();
        return new PeerView(code, peers.require(code).name(), here, limits.of(code), limits.settingsOf(code));
    }

    @GetMapping("/{code}/changes")
    List<Change> changes(@PathVariable String code, @RequestParam(defaultValue = "100") int limit) {
        requirePeer(code);
        return limits.changes(code, Math.max(1, Math.min(limit, MOST)));
    }

    @PutMapping("/{code}/settings/{setting}")
    Change set(@PathVariable String code, @PathVariable String setting, @RequestBody NewValue wanted, Principal who) {
        requirePeer(code);
        PeerSetting name = PeerSetting.named(setting).orElseThrow(StaffProblem::noSetting);
        String reason = new StaffApi.Because(wanted.reason()).checked();
        return limits.set(new Wanted(code, name.wireName(), checked(name, wanted.value()), who.getName(), reason));
    }

    private static @Nullable String checked(PeerSetting name, @Nullable String value) {
        try {
            return value == null ? null : name.checked(value);
        } catch (IllegalArgumentException fault) {
            throw StaffProblem.badValue(String.valueOf(fault.getMessage()));
        }
    }

    private void requirePeer(String code) {
        if (peers.find(code).isEmpty()) {
            throw noPeer();
        }
    }

    private static StaffProblem noPeer() {
        return StaffProblem.missing("No peer has this code. GET /peers lists them.");
    }
}
