package org.hotlinegateway.flow;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When reconciliation runs by itself.
 *
 * @param dailyAt time of day in Beijing at which the day before is compared
 * @param lookEvery how often runs that are due are looked for
 */
@ConfigurationProperties("gateway.reconciliation")
record ReconcileSettings(
        @DefaultValue("03:30") LocalTime dailyAt,
        @DefaultValue("2s") Duration lookEvery) {}
