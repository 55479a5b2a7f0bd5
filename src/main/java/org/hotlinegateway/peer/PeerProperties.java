package org.hotlinegateway.peer;

import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The peers as configured.
 *
 * @param peers the profiles by peer code, for example {@code gateway.peers.hotline.url}
 */
@Validated
@ConfigurationProperties("gateway")
record PeerProperties(@DefaultValue Map<String, @Valid PeerProfile> peers) {}
