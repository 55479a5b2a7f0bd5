package org.hotlinegateway.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotlinegateway.ledger.PeerSettings;
import org.hotlinegateway.ledger.PeerSettings.Change;
import org.hotlinegateway.ledger.PeerSettings.Setting;
import org.hotlinegateway.ledger.PeerSettings.Wanted;
import org.hotlinegateway.ledger.Publications;
import org.hotlinegateway.peer.LiveLimits;
import org.hotlinegateway.peer.PeerLimits;
import org.hotlinegateway.peer.PeerSetting;

/** The limits of peers, as staff set them at any gateway of the ledger, shared evenly among the gateways that run. */
public final class SharedLimits {
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(30);

    private final LiveLimits live;
    private final PeerSettings settings;
    private final Publications gateways;
    private final Clock clock;

    /** @param gateways where every running gateway says now and then that it runs */
    public SharedLimits(LiveLimits live, PeerSettings settings, Publications gateways, Clock clock) {
        this.live = live;
        this.settings = settings;
        this.gateways = gateways;
        this.clock = clock;
    }

    /** Takes up what is set now, and how many gateways run. */
    public synchronized void follow() {
        Map<String, Map<PeerSetting, String>> set = new HashMap<>();
        for (Setting one : settings.all()) {
            PeerSetting.named(one.name())
                    .ifPresent(name -> set.computeIfAbsent(one.peer(), peer -> new EnumMap<>(PeerSetting.class))
                            .put(name, one.value()));
        }
        int running = gateways.instances(clock.instant().minus(SEEN_WITHIN)).size();
        live.apply(set, Math.max(1, running));
    }

    /** Sets a value, or takes it away; here it holds at once, at other gateways within seconds. */
    public Change set(Wanted wanted) {
        Change change = Commit.awaited(settings.set(wanted));
        follow();
        return change;
    }

    /** What is set for a peer over what is configured. */
    public List<Setting> settingsOf(String peer) {
        return settings.all().stream().filter(one -> one.peer().equals(peer)).toList();
    }

    /** Who changed what of a peer, newest first. */
    public List<Change> changes(String peer, int limit) {
        return settings.changes(peer, limit);
    }

    /** The limits of a peer in force at this gateway. */
    public PeerLimits of(String peer) {
        return live.of(peer);
    }
}
