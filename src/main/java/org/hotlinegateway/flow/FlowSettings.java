package org.hotlinegateway.flow;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the flow runs.
 *
 * @param consumers readers of a queue unless a route says otherwise
 * @param ringBuffer claim checks waiting for the broker; further ones are dropped and rung again by the sweep
 * @param sweepEvery how often the ledger is asked for work that nobody was told of
 * @param timersEvery how often due timers are fired
 * @param faultsBeforeParking unforeseen faults of one message before it is parked
 * @param firstFaultDelay wait after a message's first fault; doubles with each
 * @param feeds peers that read one gap-free sequence over all cases
 */
@ConfigurationProperties("gateway.flow")
record FlowSettings(
        @DefaultValue("16") int consumers,
        @DefaultValue("50000") int ringBuffer,
        @DefaultValue("2s") Duration sweepEvery,
        @DefaultValue("1s") Duration timersEvery,
        @DefaultValue("6") int faultsBeforeParking,
        @DefaultValue("2s") Duration firstFaultDelay,
        @DefaultValue("supervision") Set<String> feeds) {}
