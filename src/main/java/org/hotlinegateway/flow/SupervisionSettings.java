package org.hotlinegateway.flow;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often supervision looks.
 *
 * @param every monitors and outages
 * @param sheetsEvery balance sheets
 * @param alertsEvery alerts on their way out
 */
@ConfigurationProperties("gateway.supervision.rounds")
record SupervisionSettings(
        @DefaultValue("30s") Duration every,
        @DefaultValue("10m") Duration sheetsEvery,
        @DefaultValue("2s") Duration alertsEvery) {}
