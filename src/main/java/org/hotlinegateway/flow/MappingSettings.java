package org.hotlinegateway.flow;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How edited mapping files go live.
 *
 * @param reload whether edited files go live without a restart
 * @param lookEvery how often the files are looked at; a change counts once it rests for this long
 */
@ConfigurationProperties("gateway.mappings")
record MappingSettings(
        @DefaultValue("true") boolean reload,
        @DefaultValue("1s") Duration lookEvery) {}
