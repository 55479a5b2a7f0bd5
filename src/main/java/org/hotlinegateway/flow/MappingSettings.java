package org.hotlinegateway.flow;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How edited mapping files go live.
 *
 * @param reload whether edited files go live without a restart
 * @param requirePreview whether edited files wait until a preview of theirs was reviewed and a person publishes them
 * @param lookEvery how often the files are looked at; a change counts once it rests for this long
 */
@ConfigurationProperties("gateway.mappings")
record MappingSettings(
        @DefaultValue("true") boolean reload,
        @DefaultValue("false") boolean requirePreview,
        @DefaultValue("1s") Duration lookEvery) {}
