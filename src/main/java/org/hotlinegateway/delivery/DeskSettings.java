package org.hotlinegateway.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the desk works.
 *
 * @param every how often a gateway looks for selections to work on
 * @param perMinute how many members of a selection are sent a minute, unless a person says otherwise
 * @param inFlight how many members of one selection may be sent and without an end at once
 * @param lease how long a gateway that died keeps a selection from the others
 * @param override whether the rest of a selection may be sent without one that healed, for a reason
 * @param suspectWithin how soon after a mapping set went live a first failure is laid to it
 * @param keepReasons how long the reason is kept of what came to its end; what waits is kept for ever
 */
@ConfigurationProperties("gateway.desk")
public record DeskSettings(
        @DefaultValue("500ms") Duration every,
        @DefaultValue("600") int perMinute,
        @DefaultValue("100") int inFlight,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("true") boolean override,
        @DefaultValue("2h") Duration suspectWithin,
        @DefaultValue("30d") Duration keepReasons) {}
